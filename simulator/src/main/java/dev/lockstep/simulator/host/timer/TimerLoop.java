package dev.lockstep.simulator.host.timer;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.host.app.FunctionRunner;
import dev.lockstep.simulator.host.app.LoadedFunction;
import dev.lockstep.simulator.host.app.TriggerInput;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Runs one timer function at the times of its schedule. Runs never overlap: a time that passes
 * while one is at work is left out. There is no retry, as in Azure.
 */
public final class TimerLoop {
  private final LoadedFunction function;
  private final Ncrontab schedule;
  private final FunctionRunner runner;
  private final ScheduledExecutorService scheduler;
  private final Clock clock;

  public TimerLoop(
      LoadedFunction function,
      Ncrontab schedule,
      FunctionRunner runner,
      ScheduledExecutorService scheduler,
      Clock clock) {
    this.function = requireNonNull(function, "function is null");
    this.schedule = requireNonNull(schedule, "schedule is null");
    this.runner = requireNonNull(runner, "runner is null");
    this.scheduler = requireNonNull(scheduler, "scheduler is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** Waits for the next time. Ends when the scheduler is shut down. */
  public void start() {
    scheduleNext(clock.instant());
  }

  private void scheduleNext(Instant after) {
    schedule.next(after).ifPresent(due -> scheduleAt(after, due));
  }

  private void scheduleAt(Instant last, Instant due) {
    long wait = Math.max(0, Duration.between(clock.instant(), due).toMillis());
    try {
      var unused = scheduler.schedule(() -> fire(last, due), wait, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      // The host is stopping: no further time comes.
      return;
    }
  }

  private void fire(Instant last, Instant due) {
    try {
      var unused =
          runner.run(function, TriggerInput.of("Timer fired at " + due, payload(last, due)));
    } finally {
      Instant now = clock.instant();
      scheduleNext(now.isAfter(due) ? now : due);
    }
  }

  private String payload(Instant last, Instant due) {
    ObjectNode timer = new ObjectMapper().createObjectNode();
    timer.putObject("Schedule").put("AdjustForDST", false);
    ObjectNode status = timer.putObject("ScheduleStatus");
    status.put("Last", last.toString());
    status.put("Next", schedule.next(due).map(Instant::toString).orElse(""));
    status.put("LastUpdated", last.toString());
    timer.put("IsPastDue", false);
    return timer.toString();
  }
}
