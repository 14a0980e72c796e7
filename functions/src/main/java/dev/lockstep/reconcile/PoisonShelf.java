package dev.lockstep.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockstep.model.Sha256;
import dev.lockstep.model.TargetId;
import dev.lockstep.plan.PlanHash;
import dev.lockstep.port.Blobs;
import dev.lockstep.port.Signals;
import dev.lockstep.reconcile.PoisonList.Kept;
import dev.lockstep.signal.Cause;
import dev.lockstep.signal.Message;
import dev.lockstep.signal.MessageCodec;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Keeps messages that could not be carried out, until a person has them replayed. A replay puts one
 * signal per target into the queue and forgets the messages: a target is looked at as it is, so one
 * look answers them all. Dying between the two only means one signal more.
 */
final class PoisonShelf {
  static final String PREFIX = "_poison/";

  private static final int KEPT = 200;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Blobs blobs;
  private final Signals signals;
  private final Estate estate;

  PoisonShelf(Blobs blobs, Signals signals, Estate estate) {
    this.blobs = blobs;
    this.signals = signals;
    this.estate = estate;
  }

  /** Keeps a message; the same one again under the same name. The oldest go when there are many. */
  void keep(String text, MessageMeta meta, Instant at, String why) {
    String name =
        PREFIX
            + JournalNames.stamp(meta.insertionTime())
            + "-"
            + Sha256.of(text).substring(0, 8)
            + ".json";
    String body =
        JSON.createObjectNode()
            .put("at", at.toString())
            .put("text", text)
            .put("why", why)
            .toString();
    blobs.write(name, body, new Blobs.Condition.Always(), Optional.empty());
    List<String> names = blobs.list(PREFIX, 2 * KEPT);
    names.stream().limit(Math.max(0, names.size() - KEPT)).forEach(blobs::delete);
  }

  /** What is kept, of one target or of all. */
  PoisonList list(Optional<TargetId> of) {
    List<Kept> messages = new ArrayList<>();
    for (String name : blobs.list(PREFIX, 2 * KEPT)) {
      blobs
          .read(name)
          .map(blob -> kept(name, blob.content()))
          .filter(kept -> of.isEmpty() || kept.target().equals(of))
          .ifPresent(messages::add);
    }
    return new PoisonList(messages);
  }

  /**
   * Puts what is kept back into the queue.
   *
   * @return the signals; empty when what is kept is not what was confirmed
   */
  Optional<List<Message.Signal>> replay(Optional<TargetId> of, PlanHash confirmed, String who) {
    PoisonList list = list(of);
    if (!list.hash().equals(confirmed)) {
      return Optional.empty();
    }
    SortedSet<TargetId> targets = new TreeSet<>();
    list.replayable().forEach(kept -> targets.add(kept.target().orElseThrow()));
    Cause cause = Cause.of(Cause.Kind.RESYNC, who + " had messages replayed that were given up");
    List<Message.Signal> sent =
        targets.stream().map(target -> new Message.Signal(target, cause)).toList();
    sent.forEach(signal -> signals.send(signal, Duration.ZERO));
    list.replayable().forEach(kept -> blobs.delete(kept.name()));
    return Optional.of(sent);
  }

  private Kept kept(String name, String content) {
    try {
      JsonNode json = JSON.readTree(content);
      Instant at = Instant.parse(json.path("at").asText());
      String why = json.path("why").asText();
      return kept(name, at, json.path("text").asText(), why);
    } catch (JsonProcessingException | DateTimeParseException e) {
      return new Kept(name, Instant.EPOCH, Optional.empty(), "its record was damaged");
    }
  }

  private Kept kept(String name, Instant at, String text, String why) {
    try {
      TargetId target = MessageCodec.decode(text).target();
      return estate.bindings(target).isPresent()
          ? new Kept(name, at, Optional.of(target), why)
          : new Kept(name, at, Optional.empty(), why + "; no binding names " + target);
    } catch (IllegalArgumentException e) {
      return new Kept(name, at, Optional.empty(), why + "; " + e.getMessage());
    }
  }
}
