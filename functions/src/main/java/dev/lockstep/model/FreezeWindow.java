package dev.lockstep.model;

import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;

/**
 * A time in which nothing is changed, again and again: it begins when the schedule says, and lasts
 * so long by the clock on the wall of the zone. So a window from Friday 18:00 for 62 hours ends on
 * Monday at 08:00, in the weeks in which the clocks are changed as well.
 *
 * <pre>
 * where the clock is changed | the start                    | the end
 * ---------------------------+------------------------------+---------------------------
 * forward, it is skipped     | is when the clock goes on    | is as much later
 * back, it is shown twice    | is the first of the two      | is the second of the two
 * </pre>
 *
 * @param cron when it begins, in NCRONTAB: {@code second minute hour day month day-of-week}, where
 *     day and day of week must both match (Microsoft Learn, functions-bindings-timer)
 * @param duration how long it lasts
 * @param zone whose clock
 */
public record FreezeWindow(String cron, Duration duration, ZoneId zone) {
  // Windows that follow each other without a gap count as one; more than these is no end at all.
  private static final int MOST_IN_A_ROW = 64;
  private static final Instant SOME_DAY = Instant.parse("2026-01-01T00:00:00Z");

  /**
   * @throws IllegalArgumentException when the schedule cannot be read, or never comes; says why
   */
  public FreezeWindow {
    if (times(cron).nextExecution(SOME_DAY.atZone(ZoneOffset.UTC)).isEmpty()) {
      throw new IllegalArgumentException("it never comes");
    }
  }

  /** When the window ends that the moment lies in; empty when it lies in none. */
  Optional<Instant> endAt(Instant moment) {
    return times(cron)
        .lastExecution(begunBefore(moment).atZone(ZoneOffset.UTC))
        .map(start -> start.toLocalDateTime().plus(duration))
        .map(end -> end.atZone(zone).withLaterOffsetAtOverlap().toInstant())
        .filter(moment::isBefore);
  }

  /**
   * The time on the wall before which every window has begun whose start is told: the schedule
   * itself knows no zone. A start that the clock shows twice comes the first time; one that it
   * skips comes when it goes on, where the wall shows a later time already.
   */
  private LocalDateTime begunBefore(Instant moment) {
    LocalDateTime wall = LocalDateTime.ofInstant(moment, zone);
    Optional<ZoneOffsetTransition> overlap =
        Optional.ofNullable(zone.getRules().getTransition(wall))
            .filter(change -> !moment.isBefore(change.getInstant()));
    return overlap
        .map(ZoneOffsetTransition::getDateTimeBefore)
        .orElse(wall.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
  }

  /**
   * Until when these windows hold, seen from a moment; empty when none of them does. Where one ends
   * and another holds, the end is that of the last.
   */
  public static Optional<Instant> until(List<FreezeWindow> windows, Instant moment) {
    Optional<Instant> end = latestEnd(windows, moment);
    for (int i = 0; i < MOST_IN_A_ROW && end.isPresent(); i++) {
      Optional<Instant> later = latestEnd(windows, end.get());
      if (later.isEmpty()) {
        return end;
      }
      end = later;
    }
    return end;
  }

  private static Optional<Instant> latestEnd(List<FreezeWindow> windows, Instant moment) {
    return windows.stream()
        .flatMap(window -> window.endAt(moment).stream())
        .max(Instant::compareTo);
  }

  private static ExecutionTime times(String cron) {
    CronDefinition sixFields =
        CronDefinitionBuilder.defineCron()
            .withSeconds()
            .and()
            .withMinutes()
            .and()
            .withHours()
            .and()
            .withDayOfMonth()
            .and()
            .withMonth()
            .and()
            .withDayOfWeek()
            .withValidRange(0, 7)
            .withMondayDoWValue(1)
            .withIntMapping(7, 0)
            .and()
            .matchDayOfWeekAndDayOfMonth()
            .instance();
    return ExecutionTime.forCron(new CronParser(sixFields).parse(cron));
  }
}
