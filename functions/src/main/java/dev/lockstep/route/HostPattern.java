package dev.lockstep.route;

import dev.lockstep.model.HostName;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A host name of a listener, perhaps with wildcards: {@code *} stands for one or more characters,
 * periods included ({@code *.contoso.com} matches {@code a.b.contoso.com}), {@code ?} for one.
 * Letter case does not matter.
 *
 * <p>Azure allows at most four wildcard characters of which two asterisks (Microsoft Learn,
 * "Application Gateway multi-site hosting"); this type takes any number, since a document that is
 * read may hold anything.
 *
 * @param text the host name or pattern, in lower case and without the final dot
 */
public record HostPattern(String text) {
  public HostPattern {
    text = normalise(text);
  }

  /** The pattern of a host name, which may be a wildcard. */
  public static HostPattern of(HostName host) {
    return new HostPattern(host.value());
  }

  /** Whether it has a wildcard character, so that it may match several hosts. */
  public boolean isWildcard() {
    return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
  }

  /** Whether a host name is matched. */
  public boolean matches(String host, Behaviour behaviour) {
    return matcher(behaviour).test(normalise(host));
  }

  /** The same question prepared, for hosts that are already in lower case. */
  Predicate<String> matcher(Behaviour behaviour) {
    String glob = behaviour.has(Unverified.ASTERISK_MATCHES_NOTHING) ? text : Glob.atLeastOne(text);
    boolean periods = !behaviour.has(Unverified.QUESTION_MARK_STOPS_AT_PERIOD);
    return host -> Glob.matches(glob, host, periods);
  }

  /** Whether a host name is matched under some behaviour of the gateway. */
  public boolean mayMatch(String host) {
    return Glob.matches(text, normalise(host), true);
  }

  /**
   * Whether every host of the other pattern is certainly one of this. False where it is uncertain.
   */
  public boolean covers(HostPattern other) {
    return Glob.covers(Glob.atLeastOne(text), Glob.atLeastOne(other.text));
  }

  /** Whether some host may be matched by both patterns, under some behaviour of the gateway. */
  public boolean meets(HostPattern other) {
    return new GlobMeeting(text, other.text, true).witness().isPresent();
  }

  /** A host that both patterns match under every behaviour; empty when there is none. */
  public Optional<String> common(HostPattern other) {
    return new GlobMeeting(Glob.atLeastOne(text), Glob.atLeastOne(other.text), false).witness();
  }

  /**
   * A host that this pattern matches under every behaviour.
   *
   * @param label stands for each asterisk
   * @param letter stands for each question mark
   */
  public String example(String label, char letter) {
    return text.replace("*", label).replace('?', letter);
  }

  static String normalise(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  @Override
  public String toString() {
    return text;
  }
}
