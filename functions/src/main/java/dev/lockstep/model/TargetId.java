package dev.lockstep.model;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of a target: one gateway with all bindings that name it. Short enough to type, unique by
 * a part of the gateway id's hash, and safe as blob name, message text and URL segment.
 *
 * @param value {@code <gateway name>-<8 hex digits>}, lower case
 */
public record TargetId(String value) implements Comparable<TargetId> {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{0,88}");

  public TargetId {
    requireNonNull(value, "value is null");
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a target: '" + value + "'");
    }
  }

  /** Whether the text has the form of a target's name. */
  public static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }

  /** The target of a gateway. */
  public static TargetId of(ResourceId gateway) {
    return new TargetId(
        gateway.name().toLowerCase(Locale.ROOT) + "-" + Sha256.of(gateway.key()).substring(0, 8));
  }

  @Override
  public int compareTo(TargetId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
