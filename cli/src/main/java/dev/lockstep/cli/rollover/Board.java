package dev.lockstep.cli.rollover;

import dev.lockstep.cli.story.Narrator;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** The counter that runs while clients call: one line on a terminal, else one every ten seconds. */
final class Board implements AutoCloseable {
  private static final int TERMINAL_MILLIS = 250;
  private static final int PLAIN_MILLIS = 10_000;

  private final Narrator narrator;
  private final List<Traffic> clients = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "counter");
            thread.setDaemon(true);
            return thread;
          });
  private final ScheduledFuture<?> showing;
  private final long begun = System.nanoTime();

  Board(Narrator narrator) {
    this.narrator = narrator;
    int period = narrator.isTerminal() ? TERMINAL_MILLIS : PLAIN_MILLIS;
    showing = executor.scheduleAtFixedRate(this::show, period, period, TimeUnit.MILLISECONDS);
  }

  void add(Traffic traffic) {
    clients.add(traffic);
  }

  private void show() {
    if (clients.isEmpty()) {
      return;
    }
    Duration since = Duration.ofNanos(System.nanoTime() - begun);
    String text =
        "%d requests, %d failed, %d handshakes"
            .formatted(
                clients.stream().mapToLong(Traffic::requests).sum(),
                clients.stream().mapToLong(Traffic::failed).sum(),
                clients.stream().mapToLong(Traffic::handshakes).sum());
    if (narrator.isTerminal()) {
      narrator.waiting(text, since);
    } else {
      narrator.say("… %s (%d s)".formatted(text, since.toSeconds()));
    }
  }

  @Override
  public void close() {
    showing.cancel(false);
    executor.shutdown();
  }
}
