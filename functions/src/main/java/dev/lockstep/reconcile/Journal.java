package dev.lockstep.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.plan.Plan;
import dev.lockstep.port.Blobs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The record of every run: one blob each. The oldest go when a target has more than is kept, or
 * when they are older than is kept. A process that dies while it tidies up leaves the rest to the
 * next one that does.
 */
final class Journal {
  private static final int KEPT = 500;
  private static final Duration KEPT_FOR = Duration.ofDays(90);
  private static final int TIDY_EVERY = 25;

  private final Blobs blobs;
  private final Function<Plan, JsonNode> asData;

  Journal(Blobs blobs, Function<Plan, JsonNode> asData) {
    this.blobs = blobs;
    this.asData = asData;
  }

  /** Writes the record of a run and, now and then, removes the oldest of its target. */
  void write(Session session, Outcome outcome) {
    long run = session.state().runs();
    Instant at = session.lock().acquiredAt();
    ObjectNode entry = JournalEntry.of(session, outcome);
    session.record().plan().ifPresent(plan -> entry.set("plan", asData.apply(plan)));
    write(JournalNames.name(session.target().value(), at, "run" + run), entry);
    if (run % TIDY_EVERY == 0) {
      tidy(session.target().value(), at);
    }
  }

  /** Writes the record of a message that could not be carried out. */
  void poison(String target, Instant at, String text, String why) {
    write(JournalNames.name(target, at, "poison"), JournalEntry.ofPoison(target, at, text, why));
    tidy(target, at);
  }

  private void write(String name, ObjectNode entry) {
    blobs.write(name, entry.toString(), new Blobs.Condition.Always(), Optional.empty());
  }

  private void tidy(String target, Instant now) {
    String oldest = JournalNames.stamp(now.minus(KEPT_FOR));
    List<String> names = blobs.list(target + "/", 2 * KEPT);
    int tooMany = names.size() - KEPT;
    for (int i = 0; i < names.size(); i++) {
      if (i < tooMany || JournalNames.record(names.get(i)).compareTo(oldest) < 0) {
        blobs.delete(names.get(i));
      }
    }
  }
}
