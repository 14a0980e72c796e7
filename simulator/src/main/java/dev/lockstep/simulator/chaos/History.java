package dev.lockstep.simulator.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** What happened in a life, line by line: virtual time, who, what. Kept only when somebody asks. */
final class History {
  private final VirtualTime time;
  private final boolean kept;
  private final List<String> lines = new ArrayList<>();

  History(VirtualTime time, boolean kept) {
    this.time = time;
    this.kept = kept;
  }

  void add(String who, String what) {
    add(who, () -> what);
  }

  void add(String who, Supplier<String> what) {
    if (kept) {
      Duration since = Duration.between(VirtualTime.START, time.instant());
      lines.add(
          String.format(
              Locale.ROOT,
              "%02d:%02d:%02d.%03d  %-10s %s",
              since.toHours(),
              since.toMinutesPart(),
              since.toSecondsPart(),
              since.toMillisPart(),
              who,
              what.get()));
    }
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
