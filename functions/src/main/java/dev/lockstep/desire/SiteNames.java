package dev.lockstep.desire;

import dev.lockstep.model.ElementKey;
import dev.lockstep.model.HostName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names of the elements that a site has to itself: {@code <stem><kind>-<host>[..<variant>]
 * [..http]}. Two dots because no host name has them, so that nothing else can get such a name.
 *
 * @param names names of owned elements
 * @param host the site's host name
 */
public record SiteNames(ElementNames names, HostName host) {
  private static final String HTTP = "http";
  private static final String SEPARATOR = "..";

  /** The plain name, and those of the further frontend by its kind. */
  private static final List<String> VARIANTS = List.of("", "public", "private");

  /** An element that the site has once. */
  public ElementKey key(Kind kind) {
    return names.key(kind, host.value());
  }

  /**
   * An element that the site has once per frontend.
   *
   * @param variant the frontend's; empty text for the plain name
   */
  public ElementKey key(Kind kind, String variant) {
    return names.key(kind, with(host.value(), variant));
  }

  /** An element of a frontend's port 80. */
  public ElementKey http(Kind kind, String variant) {
    return names.key(kind, with(with(host.value(), variant), HTTP));
  }

  /** Every key that an element of the site can have. */
  public Set<ElementKey> all(Kind kind) {
    return VARIANTS.stream()
        .flatMap(variant -> Stream.of(key(kind, variant), http(kind, variant)))
        .collect(Collectors.toSet());
  }

  /**
   * The host name that an element's name was made of, unless it was cut.
   *
   * @param subject the name without its stem and kind
   */
  public static Optional<HostName> hostIn(String subject) {
    boolean wildcard = subject.startsWith(ElementNames.ASTERISK + ".");
    String rest = wildcard ? subject.substring(ElementNames.ASTERISK.length() + 1) : subject;
    int end = rest.indexOf(SEPARATOR);
    String host = end < 0 ? rest : rest.substring(0, end);
    return HostName.tryParse(wildcard ? "*." + host : host);
  }

  private static String with(String subject, String part) {
    return part.isEmpty() ? subject : subject + SEPARATOR + part;
  }
}
