package dev.lockstep.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One line for the log: a constant message, then what varies as {@code key=value}, so that lines
 * can be counted by message and searched by field. Text from outside cannot begin a new line.
 */
public final class LogLine {
  private static final Pattern LINE_BREAKING = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

  private final String message;
  private final Map<String, String> fields = new LinkedHashMap<>();

  private LogLine(String message) {
    this.message = message;
  }

  /** A line with this message. */
  public static LogLine of(String message) {
    return new LogLine(message);
  }

  /** The same line with one more field. */
  public LogLine with(String key, Object value) {
    fields.put(key, String.valueOf(value));
    return this;
  }

  @Override
  public String toString() {
    StringBuilder line = new StringBuilder(message);
    fields.forEach((key, value) -> line.append(' ').append(key).append('=').append(quoted(value)));
    return line.toString();
  }

  private static String quoted(String value) {
    String flat = LINE_BREAKING.matcher(value).replaceAll(" ");
    return flat.isEmpty() || flat.chars().anyMatch(c -> c == ' ' || c == '"' || c == '=')
        ? '"' + flat.replace("\"", "'") + '"'
        : flat;
  }
}
