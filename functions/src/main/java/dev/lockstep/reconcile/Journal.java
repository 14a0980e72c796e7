package dev.lockstep.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.TargetId;
import dev.lockstep.plan.Plan;
import dev.lockstep.port.Blobs;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The record of every run: one blob each, named by target and time, so that a list by prefix is in
 * order of time. The oldest go when a target has more than is kept.
 */
final class Journal {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final int KEPT = 500;
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
    ObjectNode entry = JournalEntry.of(session, outcome);
    session.record().plan().ifPresent(plan -> entry.set("plan", asData.apply(plan)));
    write(name(session.target(), session.lock().acquiredAt(), "run" + run), entry);
    if (run % TIDY_EVERY == 0) {
      tidy(session.target());
    }
  }

  /** Writes the record of a message that could not be carried out. */
  void poison(String target, Instant at, String text, String why) {
    ObjectNode entry = JournalEntry.ofPoison(target, at, text, why);
    write(target + "/" + STAMP.format(at) + "-poison.json", entry);
  }

  private void write(String name, ObjectNode entry) {
    blobs.write(name, entry.toString(), new Blobs.Condition.Always(), Optional.empty());
  }

  private void tidy(TargetId target) {
    List<String> names = blobs.list(target + "/", 2 * KEPT);
    names.stream().limit(Math.max(0, names.size() - KEPT)).forEach(blobs::delete);
  }

  /** A time as names have it: in order of time when they are in order of letters. */
  static String stamp(Instant at) {
    return STAMP.format(at);
  }

  private static String name(TargetId target, Instant at, String run) {
    return target + "/" + STAMP.format(at) + "-" + run + ".json";
  }
}
