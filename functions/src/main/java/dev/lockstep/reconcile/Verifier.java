package dev.lockstep.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.model.HostName;
import dev.lockstep.plan.BlockCode;
import dev.lockstep.reconcile.state.Aftercare;
import dev.lockstep.reconcile.state.Aftercare.Watch;
import dev.lockstep.reconcile.state.HeldBack;
import dev.lockstep.reconcile.state.HeldBack.Held;
import dev.lockstep.reconcile.state.Reversal;
import dev.lockstep.reconcile.state.Sent;
import dev.lockstep.reconcile.state.Trial;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Judges a change by what backend health says after it (design 5.8).
 *
 * <pre>
 * a pair that the change touched | was healthy before | then
 * -------------------------------+--------------------+---------------------------------------------
 * is healthy                     | any                | it has proved itself
 * is unhealthy, in two answers   | yes                | its host name is taken back, and the same is
 *   30 s apart                   |                    | not tried again
 * is unhealthy                   | no                 | looked at again, until its time is over
 * anything else, or not told of  | any                | looked at again, until its time is over
 * </pre>
 *
 * @param care how far apart the answers are
 * @param names looks for stale names in the same answers
 */
record Verifier(CarePace care, StaleNames names) {
  /** Takes an answer. */
  void judge(Session session, JsonNode body) {
    Map<String, PairHealth> health = PairHealth.of(body);
    Set<String> healthy = new TreeSet<>();
    health.forEach(
        (name, of) -> {
          if (of == PairHealth.HEALTHY) {
            healthy.add(name);
          }
        });
    Aftercare aftercare = session.aftercare();
    session.set(aftercare.with(aftercare.seen().answered(session.now(), healthy)));
    aftercare.watch().ifPresent(watch -> judge(session, watch, health));
    names.judge(session, health);
  }

  /** No answer will come. */
  void giveUp(Session session) {
    if (session.aftercare().watch().isPresent()) {
      session.record().note("whether the change did harm is not known");
      session.set(session.aftercare().watching(Optional.empty()));
    }
  }

  private void judge(Session session, Watch watch, Map<String, PairHealth> health) {
    Instant now = session.now();
    Map<String, Trial.Pair> open = new TreeMap<>();
    Set<HostName> worse = new TreeSet<>();
    watch
        .trial()
        .pairs()
        .forEach(
            (name, before) -> {
              PairHealth found = health.getOrDefault(name, PairHealth.UNCERTAIN);
              Trial.Pair pair =
                  found == PairHealth.UNHEALTHY ? before.unhealthyAt(now) : before.notUnhealthy();
              if (found != PairHealth.HEALTHY) {
                open.put(name, pair);
              }
              if (isWorse(pair, now)) {
                worse.add(pair.host());
              }
            });
    if (!worse.isEmpty()) {
      takeBack(session, watch.trial(), worse);
      open.values().removeIf(pair -> worse.contains(pair.host()));
    }
    goOn(session, watch, open);
  }

  private boolean isWorse(Trial.Pair pair, Instant now) {
    return pair.healthyBefore()
        && pair.unhealthySince()
            .filter(since -> !since.plus(care.between()).isAfter(now))
            .isPresent();
  }

  private void goOn(Session session, Watch watch, Map<String, Trial.Pair> open) {
    // What one answer suspects the next one has to clear up, however late it comes.
    boolean suspected =
        open.values().stream()
            .anyMatch(pair -> pair.healthyBefore() && pair.unhealthySince().isPresent());
    boolean over = !session.now().isBefore(watch.until()) && !suspected;
    if (open.isEmpty() || over) {
      if (over && !open.isEmpty()) {
        session.record().note("not healthy after the change: " + String.join(", ", open.keySet()));
      }
      session.set(session.aftercare().watching(Optional.empty()));
      return;
    }
    session.set(
        session
            .aftercare()
            .watching(Optional.of(new Watch(watch.trial().with(open), watch.until()))));
    session.set(
        session
            .agenda()
            .readingHealth(session.now().plus(care.between()), "a change has yet to prove itself"));
  }

  private static void takeBack(Session session, Trial trial, Set<HostName> hosts) {
    String names = hosts.stream().map(HostName::value).collect(Collectors.joining(", "));
    String why = "the backends of " + names + " were healthy before the change and are not now";
    HeldBack heldBack = session.aftercare().heldBack();
    for (HostName host : hosts) {
      heldBack =
          heldBack.with(
              host,
              new Held(
                  BlockCode.ROLLED_BACK,
                  trial.desired().getOrDefault(host, ""),
                  "a change is being taken back: " + Reverser.HARM,
                  session.now()));
    }
    Reversal reversal =
        new Reversal(
            Sent.Kind.ROLLBACK,
            trial.snapshot(),
            new TreeSet<>(hosts),
            why,
            "Look at the probe log in the journal; put right what it names, then change what is"
                + " wanted or confirm the plan again.",
            0);
    session.set(session.aftercare().with(heldBack).reversing(Optional.of(reversal)));
    session.record().note(why);
    session.record().lookSoon();
  }
}
