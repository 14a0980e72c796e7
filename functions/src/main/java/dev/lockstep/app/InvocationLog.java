package dev.lockstep.app;

import dev.lockstep.port.Alarm;
import dev.lockstep.port.RunLog;
import dev.lockstep.port.RunSummary;
import java.util.function.Supplier;
import java.util.logging.Logger;

/**
 * Brings a run's line to the log of the invocation that carries it out. The host gives each
 * invocation a log of its own, while the reconciler lives as long as the worker.
 */
final class InvocationLog implements RunLog {
  private final ThreadLocal<Logger> current =
      ThreadLocal.withInitial(() -> Logger.getLogger("dev.lockstep"));

  /** Does the work; its runs are written to this log. */
  <T> T during(Logger log, Supplier<T> work) {
    current.set(log);
    try {
      return work.get();
    } finally {
      current.remove();
    }
  }

  /** Writes a line to the log of the invocation under way. */
  void warn(LogLine line) {
    current.get().warning(line::toString);
  }

  @Override
  public void warned(Alarm alarm) {
    warn(
        LogLine.of("finding")
            .with("target", alarm.target())
            .with("code", alarm.code())
            .with("message", alarm.message())
            .with("remedy", alarm.remedy()));
  }

  @Override
  public void ended(RunSummary run) {
    LogLine line =
        LogLine.of("run ended")
            .with("target", run.target())
            .with("trigger", run.trigger())
            .with("outcome", run.outcome())
            .with("changes", run.changes())
            .with("armReads", run.armReads())
            .with("armWrites", run.armWrites())
            .with("ms", run.took().toMillis());
    if (!run.plan().isEmpty()) {
      line.with("plan", run.plan());
    }
    if (!run.why().isEmpty()) {
      line.with("why", run.why());
    }
    current.get().info(line::toString);
  }
}
