package dev.lockstep.simulator.arm;

import java.util.regex.Pattern;

/**
 * The api-versions that a type takes: every date in a range, preview or not.
 *
 * @param oldest first date taken, {@code yyyy-MM-dd}
 * @param newest last date taken
 */
public record ApiVersions(String oldest, String newest) {
  private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(-[a-z]+)?");

  /** Refuses a version out of form or range, as ARM does. */
  public void check(String version, String type) {
    if (!FORM.matcher(version).matches()) {
      throw Faults.of(
          400,
          "InvalidApiVersionParameter",
          "The api-version '"
              + version
              + "' is invalid. The supported versions are '"
              + newest
              + "'.");
    }
    String date = version.substring(0, 10);
    if (date.compareTo(oldest) < 0 || date.compareTo(newest) > 0) {
      throw Faults.of(
          400,
          "NoRegisteredProviderFound",
          "No registered resource provider found for API version '%s' for type '%s'. The supported api-versions are '%s' to '%s'."
              .formatted(version, type.substring(type.indexOf('/') + 1), oldest, newest));
    }
  }

  /** Whether a version is at least as new as a date. */
  public static boolean atLeast(String version, String date) {
    return version.compareTo(date) >= 0;
  }
}
