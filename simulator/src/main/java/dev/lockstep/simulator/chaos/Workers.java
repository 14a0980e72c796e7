package dev.lockstep.simulator.chaos;

import dev.lockstep.simulator.storage.MessageQueue;
import dev.lockstep.simulator.storage.QueueMessage;
import dev.lockstep.simulator.storage.StorageException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Processes of the app under a Functions host: each works on one message at a time and takes events
 * beside it; a message whose process died is hidden for ten minutes, one that failed for thirty
 * seconds, and after five tries it goes to the poison function (host.json; the host's renewal
 * period).
 */
final class Workers {
  private static final Duration HIDDEN = Duration.ofMinutes(10);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);
  private static final int MOST_TRIES = 5;
  static final String NONSENSE = "nonsense";

  private final Stage stage;
  private final Strands strands;
  private final Chance chance;
  private final MessageQueue queue;
  private final Function<String, Turnstile> turnstiles;
  private final Function<Turnstile, AppProcess> starter;
  private final Violations violations;
  private final Tally tally;
  private final History history;
  private final List<Worker> workers = new ArrayList<>();
  private Optional<Instant> poll = Optional.empty();
  private int started;
  private long worked;

  private static final class Worker {
    private String name = "";
    private Turnstile gate;
    private AppProcess app;
    private boolean busy;
  }

  Workers(
      Stage stage,
      Strands strands,
      Chance chance,
      MessageQueue queue,
      Function<String, Turnstile> turnstiles,
      Function<Turnstile, AppProcess> starter,
      Violations violations,
      Tally tally,
      History history) {
    this.stage = stage;
    this.strands = strands;
    this.chance = chance;
    this.queue = queue;
    this.turnstiles = turnstiles;
    this.starter = starter;
    this.violations = violations;
    this.tally = tally;
    this.history = history;
  }

  void start(int count) {
    for (int i = 0; i < count; i++) {
      Worker worker = new Worker();
      workers.add(worker);
      start(worker);
    }
  }

  /** How many messages were taken up. */
  long worked() {
    return worked;
  }

  /** Sees to it that a message that is visible is worked on soon. */
  void pump() {
    if (!isAnybodyFree()) {
      return;
    }
    Optional<Instant> visible = queue.firstVisible();
    if (visible.isEmpty()) {
      return;
    }
    Instant due = visible.get().isAfter(stage.now()) ? visible.get() : stage.now();
    if (poll.filter(at -> !at.isAfter(due.plusSeconds(2))).isEmpty()) {
      Instant at = due.plusMillis(20 + chance.below(480));
      poll = Optional.of(at);
      stage.at(at, () -> poll(at));
    }
  }

  private boolean isAnybodyFree() {
    for (Worker worker : workers) {
      if (!worker.busy && !worker.gate.isDead()) {
        return true;
      }
    }
    return false;
  }

  private void poll(Instant at) {
    if (poll.filter(at::equals).isPresent()) {
      poll = Optional.empty();
      List<Worker> free = workers.stream().filter(one -> !one.busy && !one.gate.isDead()).toList();
      if (!free.isEmpty()) {
        Worker worker = chance.of(free);
        queue.receive(1, HIDDEN).forEach(message -> begin(worker, message));
      }
    }
    pump();
  }

  private void begin(Worker worker, QueueMessage message) {
    worker.busy = true;
    worked++;
    Turnstile gate = worker.gate;
    strands.begin(
        stage,
        () -> {
          try {
            work(worker, message);
          } catch (Crash dead) {
            history.add(worker.name, "is gone; its message stays hidden");
          }
          if (worker.gate == gate) {
            worker.busy = false;
          }
          revive(worker);
          pump();
        });
  }

  private void work(Worker worker, QueueMessage message) {
    String text = new String(Base64.getDecoder().decode(message.text()), StandardCharsets.UTF_8);
    Delivered delivered = new Delivered(text, message.inserted(), message.dequeueCount());
    history.add(worker.name, () -> "takes " + text + ", try " + message.dequeueCount());
    try {
      if (message.dequeueCount() > MOST_TRIES) {
        poison(worker, delivered);
      } else {
        worker.app.message(delivered);
      }
      settle(() -> queue.delete(message.id(), message.popReceipt()));
    } catch (RuntimeException failed) {
      failed(worker, message, delivered, failed);
    }
  }

  private void failed(
      Worker worker, QueueMessage message, Delivered delivered, RuntimeException failed) {
    history.add(worker.name, () -> "throws " + failed);
    if (!delivered.text().startsWith(NONSENSE)) {
      violations.add("a run threw " + failed);
    }
    if (message.dequeueCount() >= MOST_TRIES) {
      poison(worker, delivered);
      settle(() -> queue.delete(message.id(), message.popReceipt()));
    } else {
      settle(
          () -> queue.update(message.id(), message.popReceipt(), AFTER_FAILURE, Optional.empty()));
    }
  }

  private void poison(Worker worker, Delivered delivered) {
    tally.add("message.poisoned");
    if (!delivered.text().startsWith(NONSENSE)) {
      violations.add("a good message was given up: " + delivered.text());
    }
    worker.app.poison(delivered);
  }

  /** Somebody else may have the message by now; then it is theirs. */
  private static void settle(Runnable work) {
    try {
      work.run();
    } catch (StorageException taken) {
      return;
    }
  }

  /** Another function of the app runs in some process; false when there is none or it dies. */
  boolean run(String what, Consumer<AppProcess> work) {
    List<Worker> alive = workers.stream().filter(one -> !one.gate.isDead()).toList();
    if (alive.isEmpty()) {
      return false;
    }
    Worker worker = chance.of(alive);
    history.add(worker.name, what);
    try {
      work.accept(worker.app);
      return true;
    } catch (Crash dead) {
      return false;
    } catch (RuntimeException failed) {
      violations.add(what + " threw " + failed);
      return false;
    } finally {
      revive(worker);
      pump();
    }
  }

  /** The same, beside what goes on now. */
  void runBeside(String what, Consumer<AppProcess> work) {
    strands.begin(stage, () -> run(what, work));
  }

  private void revive(Worker worker) {
    Turnstile dead = worker.gate;
    if (dead.isDead()) {
      stage.after(
          chance.seconds(2, 40),
          () -> {
            if (worker.gate == dead) {
              start(worker);
              pump();
            }
          });
    }
  }

  private void start(Worker worker) {
    worker.name = "worker-" + ++started;
    worker.gate = turnstiles.apply(worker.name);
    worker.app = starter.apply(worker.gate);
    worker.busy = false;
    history.add(worker.name, "starts");
  }
}
