package dev.lockstep.simulator.host.app;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** .NET's {@code [d.]hh:mm:ss[.fffffff]}, as host.json writes durations. */
final class TimeSpan {
  private static final Pattern FORM =
      Pattern.compile("(?:(\\d+)\\.)?(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:\\.(\\d{1,7}))?)?");

  private TimeSpan() {}

  static Duration parse(String field, String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new AppException(
          "host.json, %s: '%s' is no duration; write hh:mm:ss".formatted(field, text));
    }
    String fraction = Optional.ofNullable(form.group(5)).orElse("");
    return Duration.ofDays(number(form, 1))
        .plusHours(number(form, 2))
        .plusMinutes(number(form, 3))
        .plusSeconds(number(form, 4))
        .plusNanos(Long.parseLong((fraction + "000000000").substring(0, 9)));
  }

  private static long number(Matcher form, int group) {
    return Optional.ofNullable(form.group(group)).map(Long::parseLong).orElse(0L);
  }
}
