package dev.lockstep.config;

import static dev.lockstep.config.Property.REQUIRED;

import java.time.Duration;
import java.util.List;

/** The properties of a freeze window. */
final class FreezeSchema {
  static final Property CRON =
      new Property(
              "cron",
              "a schedule of six fields",
              REQUIRED,
              "seconds, minutes, hours, day, month, weekday; day and weekday must both match",
              "When the window begins, such as `0 0 18 * * FRI`.")
          .holding(new Shape.Text("\\S+( +\\S+){5}"));
  static final Property DURATION =
      new Property(
              "duration",
              "a duration",
              REQUIRED,
              "1 minute to 31 days",
              "How long it lasts by the clock on the wall, whatever the clocks are changed by.")
          .holding(new Shape.Span(Duration.ofMinutes(1), Duration.ofDays(31)));
  static final Property ZONE =
      new Property(
              "zone",
              "a name of the IANA time zone database",
              "`UTC`",
              "such as `Europe/Berlin`",
              "Whose clock.")
          .holding(Shape.TEXT);

  static final List<Property> ALL = List.of(CRON, DURATION, ZONE);

  private FreezeSchema() {}
}
