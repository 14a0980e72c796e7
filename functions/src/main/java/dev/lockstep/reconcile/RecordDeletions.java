package dev.lockstep.reconcile;

import dev.lockstep.plan.RecordChange;
import dev.lockstep.plan.RecordChange.Delete;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Removes record sets one time to live after the gateway stopped serving their host name: a client
 * that resolved it just before still finds the gateway's answer, whatever it is, and no resolver
 * holds a name that leads nowhere (design 5.3).
 *
 * <p>A deletion is noted with its time when a plan first asks for it and nothing else is left to
 * write. A later plan that does not ask for it any more takes the note back.
 */
final class RecordDeletions {
  private final RecordWriter writer;

  RecordDeletions(RecordWriter writer) {
    this.writer = writer;
  }

  /** Takes back the notes that no plan asks for any more: the host name is wanted again. */
  void forgetUnwanted(Session session, List<RecordChange> records) {
    Map<String, Instant> due = new TreeMap<>(session.agenda().deletions());
    due.keySet().retainAll(schedule(session, records).keySet());
    session.set(session.agenda().withDeletions(due));
  }

  /** Carries out what is due; ends the run until the next is due when there are others. */
  Step carryOut(Session session, List<RecordChange> records) {
    Map<String, Instant> due = schedule(session, records);
    session.set(session.agenda().withDeletions(due));
    boolean removed = false;
    for (RecordChange change : records) {
      if (change instanceof Delete delete && !due.get(key(delete)).isAfter(session.now())) {
        Step step = writer.delete(session, delete);
        if (!(step instanceof Step.Done)) {
          return step;
        }
        removed = true;
      }
    }
    return removed ? new Step.Again("record sets were removed") : untilNext(session, due);
  }

  private static Map<String, Instant> schedule(Session session, List<RecordChange> records) {
    Map<String, Instant> due = new TreeMap<>();
    for (RecordChange change : records) {
      if (change instanceof Delete delete) {
        Instant from = session.now().plusSeconds(delete.ttlSeconds());
        due.put(key(delete), session.agenda().deletions().getOrDefault(key(delete), from));
      }
    }
    return due;
  }

  private static Step untilNext(Session session, Map<String, Instant> due) {
    return due.values().stream()
        .min(Comparator.naturalOrder())
        .<Step>map(
            at ->
                new Step.End(
                    new Outcome.Waiting(
                        Duration.between(session.now(), at),
                        "record sets leave one time to live after the gateway change")))
        .orElse(Step.done());
  }

  private static String key(Delete delete) {
    return delete.zone().child("A", delete.name()).key();
  }
}
