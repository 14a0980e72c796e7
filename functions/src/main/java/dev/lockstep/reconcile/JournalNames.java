package dev.lockstep.reconcile;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Names of journal records: {@code <target>/<time>-run<n>.json}, and {@code -idle<n>} for a run
 * that says nothing new, so that a list by prefix is in order of time.
 */
public final class JournalNames {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

  /** What the records of runs that say nothing new are called. */
  static final String IDLE = "idle";

  private JournalNames() {}

  /** A time as names have it: in order of time when they are in order of letters. */
  public static String stamp(Instant at) {
    return STAMP.format(at);
  }

  /** The part of a record's name that follows the target's. */
  public static String record(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** Whether the record is of a run that says nothing new. */
  static boolean isIdle(String name) {
    return record(name).contains("-" + IDLE);
  }

  static String name(String target, Instant at, String what) {
    return target + "/" + stamp(at) + "-" + what + ".json";
  }
}
