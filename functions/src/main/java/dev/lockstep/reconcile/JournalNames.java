package dev.lockstep.reconcile;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Names of journal records: {@code <target>/<time>-run<n>.json}, so that a list by prefix is in
 * order of time.
 */
public final class JournalNames {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

  private JournalNames() {}

  /** A time as names have it: in order of time when they are in order of letters. */
  public static String stamp(Instant at) {
    return STAMP.format(at);
  }

  /** The part of a record's name that follows the target's. */
  public static String record(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  static String name(String target, Instant at, String what) {
    return target + "/" + stamp(at) + "-" + what + ".json";
  }
}
