package dev.lockstep.simulator.chaos;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** What a run of many lives must have met at least once to be worth its verdict. */
public final class Coverage {
  private static final List<String> FAULTS =
      List.of(
          "backend.down",
          "event.delayed",
          "event.duplicated",
          "event.lost",
          "event.reordered",
          "foreignInWindow.after",
          "foreignInWindow.before",
          "gateway.failedByOthers",
          "gatewayPut.403",
          "gatewayPut.409",
          "gatewayPut.412",
          "gatewayPut.429",
          "gatewayPut.500",
          "gatewayPut.503",
          "gatewayPut.operationFails",
          "gatewayRead.500",
          "gatewayRead.503",
          "gatewayRead.504",
          "message.poisoned",
          "message.twice",
          "read.stale",
          "recordPut.409",
          "recordPut.412",
          "recordPut.500",
          "recordPut.503",
          "reset.after.GET",
          "reset.after.PUT",
          "reset.before.GET",
          "reset.before.PUT",
          "service.slowUpdate",
          "service.updateFails",
          "serviceRead.403",
          "serviceRead.404",
          "serviceRead.500",
          "serviceRead.503",
          "serviceRead.504",
          "serviceRead.emptyList",
          "switch concurrentPut.REFUSE",
          "switch concurrentPut.SUPERSEDE",
          "switch events.ACCEPTANCE",
          "switch events.BOTH",
          "switch events.COMPLETION",
          "switch ifMatch.HONOURED",
          "switch ifMatch.IGNORED",
          "switch readLag.none",
          "switch readLag.some",
          "throttled.429",
          "worker.paused",
          "worker.pausedBeyondLease",
          "zoneRead.500",
          "zoneRead.503",
          "zoneRead.504",
          "zoneRead.partialPages");

  private Coverage() {}

  /** Every fault, and the death before and after each call that the app makes. */
  public static List<String> wanted(Subject subject) {
    TreeSet<String> wanted = new TreeSet<>(FAULTS);
    Arrays.stream(Happening.values())
        .forEach(one -> wanted.add("happening " + one.name().toLowerCase(Locale.ROOT)));
    for (String point : subject.points()) {
      if (!subject.pointsNotInUse().contains(point)) {
        wanted.add("crash " + point + " before");
        wanted.add("crash " + point + " after");
      }
    }
    return List.copyOf(wanted);
  }

  /** What was met though the subject says that it never is, and what should have been met. */
  public static List<String> gaps(Subject subject, Tally tally) {
    TreeSet<String> gaps = new TreeSet<>();
    wanted(subject).stream()
        .filter(name -> tally.of(name) == 0)
        .forEach(name -> gaps.add("never met: " + name));
    subject.pointsNotInUse().stream()
        .filter(point -> tally.of("call " + point) > 0)
        .forEach(point -> gaps.add("said to be not in use, and called: " + point));
    return List.copyOf(gaps);
  }
}
