package dev.lockstep.simulator.eventgrid;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Time that passes only when told to; tasks run on the thread that moves it, in order. */
final class VirtualTimeline implements Timeline {
  private record Task(Instant due, int order, Runnable run) {}

  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparing(Task::due).thenComparing(Task::order));
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private int order;

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public void after(Duration delay, Runnable task) {
    tasks.add(new Task(now.plus(delay), order++, task));
  }

  /** Runs everything that is due within the duration. */
  void pass(Duration duration) {
    Instant end = now.plus(duration);
    while (!tasks.isEmpty() && !tasks.peek().due().isAfter(end)) {
      Task task = tasks.poll();
      now = task.due();
      task.run().run();
    }
    now = end;
  }

  /** Whether nothing is left to do. */
  boolean idle() {
    return tasks.isEmpty();
  }
}
