package dev.lockstep.cli.chaos;

import dev.lockstep.simulator.chaos.LifeReport;
import dev.lockstep.simulator.chaos.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What came of many lives. */
final class Sum {
  private final Tally tally = new Tally();
  private final List<LifeReport> failed = new ArrayList<>();
  private long seeds;
  private long overtaken;
  private long reported;
  private long violations;

  void add(LifeReport report) {
    seeds++;
    tally.addAll(report.tally());
    overtaken += report.overtaken();
    reported += report.reported();
    violations += report.violations().size();
    if (!report.violations().isEmpty()) {
      failed.add(report);
    }
  }

  Tally tally() {
    return tally;
  }

  /** The lives with violations, by seed. */
  List<LifeReport> failed() {
    return failed.stream().sorted(Comparator.comparingLong(LifeReport::seed)).toList();
  }

  long seeds() {
    return seeds;
  }

  long violations() {
    return violations;
  }

  long overtaken() {
    return overtaken;
  }

  long reported() {
    return reported;
  }
}
