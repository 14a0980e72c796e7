package dev.lockstep.simulator.host.timer;

import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import dev.lockstep.simulator.host.app.AppException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * A schedule in NCRONTAB: {@code second minute hour day month day-of-week}, UTC (Microsoft Learn,
 * "Timer trigger for Azure Functions"). Day and day of week must both match.
 */
public final class Ncrontab {
  private static final CronDefinition SIX_FIELDS =
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

  private final String text;
  private final ExecutionTime times;

  private Ncrontab(String text, ExecutionTime times) {
    this.text = text;
    this.times = times;
  }

  /**
   * Parses a schedule.
   *
   * @throws AppException if it is none
   */
  public static Ncrontab parse(String text) {
    try {
      return new Ncrontab(text, ExecutionTime.forCron(new CronParser(SIX_FIELDS).parse(text)));
    } catch (IllegalArgumentException e) {
      throw new AppException(
          "'%s' is no NCRONTAB schedule of six fields such as '0 */15 * * * *': %s"
              .formatted(text, e.getMessage()),
          e);
    }
  }

  /** The first time after {@code from}; empty if there is none. */
  public Optional<Instant> next(Instant from) {
    return times
        .nextExecution(ZonedDateTime.ofInstant(from, ZoneOffset.UTC))
        .map(ZonedDateTime::toInstant);
  }

  @Override
  public String toString() {
    return text;
  }
}
