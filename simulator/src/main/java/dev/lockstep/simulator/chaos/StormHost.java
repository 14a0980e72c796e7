package dev.lockstep.simulator.chaos;

import dev.lockstep.simulator.storage.MessageQueue;
import dev.lockstep.simulator.storage.QueueMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

/**
 * Processes of the app under a Functions host that take queue messages in batches, as host.json of
 * the app says: up to 8, and the next when no more than 4 are at work. Nobody dies here.
 */
final class StormHost {
  private static final Duration HIDDEN = Duration.ofMinutes(10);
  private static final Duration BUSY_POLL = Duration.ofMillis(100);
  private static final Duration IDLE_POLL = Duration.ofSeconds(1);
  private static final int BATCH = 8;
  private static final int THRESHOLD = 4;

  private final Stage stage;
  private final Strands strands;
  private final Chance chance;
  private final MessageQueue queue;
  private final Violations violations;
  private final List<Instance> instances = new ArrayList<>();
  private long worked;

  private static final class Instance {
    private final AppProcess app;
    private int atWork;

    Instance(AppProcess app) {
      this.app = app;
    }
  }

  StormHost(
      Stage stage, Strands strands, Chance chance, MessageQueue queue, Violations violations) {
    this.stage = stage;
    this.strands = strands;
    this.chance = chance;
    this.queue = queue;
    this.violations = violations;
  }

  void start(AppProcess app) {
    Instance instance = new Instance(app);
    instances.add(instance);
    poll(instance);
  }

  /** How many messages were taken up. */
  long worked() {
    return worked;
  }

  /** Hands something to some instance; false when it threw. */
  boolean run(Consumer<AppProcess> work) {
    try {
      work.accept(chance.of(instances).app);
      return true;
    } catch (RuntimeException failed) {
      violations.add("a function threw " + failed);
      return false;
    }
  }

  /** The same, beside what goes on now. */
  void runBeside(Consumer<AppProcess> work) {
    strands.begin(stage, () -> run(work));
  }

  private void poll(Instance instance) {
    List<QueueMessage> batch =
        instance.atWork > THRESHOLD ? List.of() : queue.receive(BATCH, HIDDEN);
    batch.forEach(message -> begin(instance, message));
    boolean quiet = batch.isEmpty() && instance.atWork == 0;
    stage.after(quiet ? IDLE_POLL : BUSY_POLL, () -> poll(instance));
  }

  private void begin(Instance instance, QueueMessage message) {
    instance.atWork++;
    worked++;
    strands.begin(
        stage,
        () -> {
          String text =
              new String(Base64.getDecoder().decode(message.text()), StandardCharsets.UTF_8);
          try {
            instance.app.message(new Delivered(text, message.inserted(), message.dequeueCount()));
            queue.delete(message.id(), message.popReceipt());
          } catch (RuntimeException failed) {
            violations.add("a run threw " + failed + " for " + text);
          }
          instance.atWork--;
        });
  }
}
