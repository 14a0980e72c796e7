package dev.lockstep.plan;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * Names a plan, short enough to be copied by a person.
 *
 * @param value 16 lower-case hex digits
 */
public record PlanHash(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{16}");

  public PlanHash {
    requireNonNull(value, "value is null");
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "not a plan hash: '" + value + "'; 16 hex digits expected");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
