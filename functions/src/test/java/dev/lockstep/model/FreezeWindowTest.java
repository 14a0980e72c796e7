package dev.lockstep.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Freeze windows by the clock on the wall, which is changed twice a year. */
class FreezeWindowTest {
  private static final FreezeWindow WEEKEND =
      new FreezeWindow("0 0 18 * * FRI", Duration.ofHours(62), ZoneId.of("Europe/Berlin"));

  @ParameterizedTest
  @CsvSource({
    // An ordinary weekend in winter: Friday 18:00 is 17:00 UTC, Monday 08:00 is 07:00 UTC.
    "2026-11-20T16:59:59.999Z,",
    "2026-11-20T17:00:00Z, 2026-11-23T07:00:00Z",
    "2026-11-23T06:59:59.999Z, 2026-11-23T07:00:00Z",
    "2026-11-23T07:00:00Z,",
    // Clocks go forward on 29 March 2026: it ends at 08:00 all the same, now 06:00 UTC.
    "2026-03-27T17:00:00Z, 2026-03-30T06:00:00Z",
    "2026-03-30T05:59:59Z, 2026-03-30T06:00:00Z",
    "2026-03-30T06:00:00Z,",
    // Clocks go back on 25 October 2026: it begins at 16:00 UTC and ends at 07:00 UTC.
    "2026-10-23T15:59:59Z,",
    "2026-10-23T16:00:00Z, 2026-10-26T07:00:00Z",
    "2026-10-26T06:30:00Z, 2026-10-26T07:00:00Z"
  })
  void aWeekendEndsOnMondayAtEightWhateverTheClocksDo(Instant moment, Instant end) {
    assertThat(FreezeWindow.until(List.of(WEEKEND), moment)).isEqualTo(Optional.ofNullable(end));
  }

  @Test
  void windowsThatFollowEachOtherAreOne() {
    FreezeWindow nights =
        new FreezeWindow("0 0 20 * * MON-FRI", Duration.ofHours(10), ZoneId.of("UTC"));
    FreezeWindow days = new FreezeWindow("0 0 6 * * TUE", Duration.ofHours(14), ZoneId.of("UTC"));

    assertThat(FreezeWindow.until(List.of(nights, days), Instant.parse("2026-11-16T21:00:00Z")))
        .contains(Instant.parse("2026-11-18T06:00:00Z"));
    assertThat(FreezeWindow.until(List.of(nights), Instant.parse("2026-11-16T21:00:00Z")))
        .contains(Instant.parse("2026-11-17T06:00:00Z"));
  }

  @Test
  void anEndThatTheClockShowsTwiceIsTheLaterOne() {
    FreezeWindow window =
        new FreezeWindow("0 0 0 25 10 *", Duration.ofMinutes(150), ZoneId.of("Europe/Berlin"));

    assertThat(FreezeWindow.until(List.of(window), Instant.parse("2026-10-25T00:00:00Z")))
        .contains(Instant.parse("2026-10-25T01:30:00Z"));
  }

  @Test
  void anEndThatTheClockSkipsIsAsMuchLater() {
    FreezeWindow window =
        new FreezeWindow("0 0 0 29 3 *", Duration.ofMinutes(150), ZoneId.of("Europe/Berlin"));

    assertThat(FreezeWindow.until(List.of(window), Instant.parse("2026-03-29T00:00:00Z")))
        .contains(Instant.parse("2026-03-29T01:30:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    // Clocks go forward at 01:00 UTC on 29 March 2026 in Berlin: there is no 02:00.
    "0 0 2 * * SUN, PT22H, Europe/Berlin, 2026-03-29T00:59:59Z,",
    "0 0 2 * * SUN, PT22H, Europe/Berlin, 2026-03-29T01:00:00Z, 2026-03-29T22:00:00Z",
    "0 0 2 * * SUN, PT22H, Europe/Berlin, 2026-03-29T10:00:00Z, 2026-03-29T22:00:00Z",
    "0 0 2 * * SUN, PT22H, Europe/Berlin, 2026-03-22T10:00:00Z, 2026-03-22T23:00:00Z",
    "0 30 2 * * *, PT1H, Europe/Berlin, 2026-03-29T01:00:00Z, 2026-03-29T01:30:00Z",
    "0 30 2 * * *, PT1H, Europe/Berlin, 2026-03-29T01:30:00Z,",
    "0 15 2 * * *, PT30M, Europe/Berlin, 2026-03-29T01:40:00Z, 2026-03-29T01:45:00Z",
    // In New York at 07:00 UTC on 8 March 2026.
    "0 0 2 * * SUN, PT4H, America/New_York, 2026-03-08T06:59:59Z,",
    "0 0 2 * * SUN, PT4H, America/New_York, 2026-03-08T07:00:00Z, 2026-03-08T10:00:00Z",
    "0 0 2 * * SUN, PT4H, America/New_York, 2026-03-08T08:30:00Z, 2026-03-08T10:00:00Z",
    "0 0 2 * * SUN, PT4H, America/New_York, 2026-03-15T08:30:00Z, 2026-03-15T10:00:00Z"
  })
  void aStartThatTheClockSkipsIsWhenItGoesOn(
      String cron, Duration duration, ZoneId zone, Instant moment, Instant end) {
    FreezeWindow window = new FreezeWindow(cron, duration, zone);

    assertThat(FreezeWindow.until(List.of(window), moment)).isEqualTo(Optional.ofNullable(end));
  }

  @ParameterizedTest
  @CsvSource({
    // Clocks go back at 01:00 UTC on 25 October 2026 in Berlin: 02:00 to 03:00 comes twice.
    "0 30 2 * * *, PT10M, Europe/Berlin, 2026-10-25T00:29:59Z,",
    "0 30 2 * * *, PT10M, Europe/Berlin, 2026-10-25T00:30:00Z, 2026-10-25T01:40:00Z",
    "0 30 2 * * *, PT10M, Europe/Berlin, 2026-10-25T01:10:00Z, 2026-10-25T01:40:00Z",
    "0 30 2 * * *, PT10M, Europe/Berlin, 2026-10-25T01:39:59Z, 2026-10-25T01:40:00Z",
    "0 30 2 * * *, PT10M, Europe/Berlin, 2026-10-25T01:40:00Z,",
    "0 0 3 * * *, PT1H, Europe/Berlin, 2026-10-25T01:59:59Z,",
    "0 0 3 * * *, PT1H, Europe/Berlin, 2026-10-25T02:00:00Z, 2026-10-25T03:00:00Z",
    // In New York at 06:00 UTC on 1 November 2026.
    "0 0 1 * * SUN, PT4H, America/New_York, 2026-11-01T05:00:00Z, 2026-11-01T10:00:00Z",
    "0 0 1 * * SUN, PT4H, America/New_York, 2026-11-01T06:00:00Z, 2026-11-01T10:00:00Z",
    "0 0 1 * * SUN, PT4H, America/New_York, 2026-11-01T10:00:00Z,"
  })
  void aStartThatTheClockShowsTwiceIsTheFirstOfTheTwo(
      String cron, Duration duration, ZoneId zone, Instant moment, Instant end) {
    FreezeWindow window = new FreezeWindow(cron, duration, zone);

    assertThat(FreezeWindow.until(List.of(window), moment)).isEqualTo(Optional.ofNullable(end));
  }

  @Test
  void withoutEndTheSearchEndsAllTheSame() {
    FreezeWindow always = new FreezeWindow("0 0 * * * *", Duration.ofDays(1), ZoneId.of("UTC"));

    assertThat(FreezeWindow.until(List.of(always), Instant.parse("2026-11-16T21:00:00Z")))
        .hasValueSatisfying(end -> assertThat(end).isAfter(Instant.parse("2026-12-16T21:00:00Z")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 0 18 * *", "0 0 25 * * *", "0 0 0 30 2 *", "x y z * * *", ""})
  void whatIsNoScheduleIsRefused(String cron) {
    assertThatThrownBy(() -> new FreezeWindow(cron, Duration.ofHours(1), ZoneId.of("UTC")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
