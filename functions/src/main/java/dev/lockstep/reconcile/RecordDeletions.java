package dev.lockstep.reconcile;

import dev.lockstep.model.HostName;
import dev.lockstep.plan.Change;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.RecordChange;
import dev.lockstep.plan.RecordChange.Delete;
import dev.lockstep.plan.Subject.DnsRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

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
    Step step = removeDue(session, records, due);
    return step instanceof Step.Done ? untilNext(session, due) : step;
  }

  /**
   * Carries out what is due beside a gateway change that is not sent: record sets of host names for
   * which it would change nothing. They are noted like any other.
   */
  Step carryOutBeside(Session session, Plan plan) {
    List<RecordChange> free = free(plan);
    Map<String, Instant> due = new TreeMap<>(session.agenda().deletions());
    due.putAll(schedule(session, free));
    session.set(session.agenda().withDeletions(due));
    return removeDue(session, free, due);
  }

  private static List<RecordChange> free(Plan plan) {
    Map<DnsRecord, HostName> hosts = new HashMap<>();
    Set<HostName> held = new HashSet<>();
    for (Change change : plan.changes()) {
      if (change.subject() instanceof DnsRecord set) {
        change.host().ifPresent(host -> hosts.put(set, host));
      } else {
        change.host().ifPresent(held::add);
      }
    }
    Predicate<RecordChange> isFree =
        record ->
            Optional.ofNullable(hosts.get(new DnsRecord(record.zone(), record.name())))
                .filter(host -> !held.contains(host))
                .isPresent();
    return plan.records().stream().filter(isFree).toList();
  }

  private Step removeDue(Session session, List<RecordChange> records, Map<String, Instant> due) {
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
    return removed ? new Step.Again("record sets were removed") : Step.done();
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
