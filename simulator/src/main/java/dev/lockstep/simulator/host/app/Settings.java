package dev.lockstep.simulator.host.app;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * App settings, as the host takes them from its environment. Names are compared without case, and a
 * colon in a name may be written as two underscores, as on Linux in Azure.
 */
public final class Settings {
  private static final Pattern REFERENCE = Pattern.compile("%([^%]+)%");

  private final TreeMap<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  public Settings(Map<String, String> environment) {
    values.putAll(environment);
  }

  /** The value, if it is set and not empty. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name))
        .or(() -> Optional.ofNullable(values.get(name.replace(":", "__"))))
        .filter(value -> !value.isBlank());
  }

  /**
   * The text with every {@code %SETTING%} replaced by the setting's value.
   *
   * @throws AppException if one is not set
   */
  public String resolve(String text) {
    Matcher matcher = REFERENCE.matcher(text);
    return matcher.replaceAll(
        match ->
            Matcher.quoteReplacement(
                find(match.group(1))
                    .orElseThrow(
                        () ->
                            new AppException(
                                "'%s' needs the app setting %s: set it in the environment"
                                    .formatted(text, match.group(1))))));
  }
}
