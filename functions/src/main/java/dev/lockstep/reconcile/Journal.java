package dev.lockstep.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.TargetId;
import dev.lockstep.plan.Plan;
import dev.lockstep.port.Blobs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The record of every run: one blob each. The oldest go when a target has more than is kept, or
 * when they are older than is kept; runs that say nothing new ({@link Idle}) are counted apart, so
 * that they push out nothing but each other. A process that dies while it tidies up leaves the rest
 * to the next one that does.
 */
final class Journal {
  private static final int KEPT = 500;
  private static final int IDLE_KEPT = 100;
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
    String what = Idle.is(session, outcome) ? JournalNames.IDLE : "run";
    write(JournalNames.name(session.target().value(), at, what + run), entry);
    if (run % TIDY_EVERY == 0) {
      tidy(session.target().value(), at);
    }
  }

  /**
   * Writes the record of a run that could not begin, since the state is unreadable. Whether it says
   * anything new cannot be known, so it is counted with those that do not.
   */
  void unreadable(TargetId target, Instant at, Trigger trigger, Outcome outcome) {
    write(
        JournalNames.name(target.value(), at, JournalNames.IDLE + "Unreadable"),
        JournalEntry.ofUnreadable(target.value(), at, trigger, outcome));
    tidy(target.value(), at);
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
    Map<Boolean, List<String>> names =
        blobs.list(target + "/", 2 * (KEPT + IDLE_KEPT)).stream()
            .collect(Collectors.partitioningBy(JournalNames::isIdle));
    tidy(names.get(true), IDLE_KEPT, oldest);
    tidy(names.get(false), KEPT, oldest);
  }

  private void tidy(List<String> names, int kept, String oldest) {
    int tooMany = names.size() - kept;
    for (int i = 0; i < names.size(); i++) {
      if (i < tooMany || JournalNames.record(names.get(i)).compareTo(oldest) < 0) {
        blobs.delete(names.get(i));
      }
    }
  }
}
