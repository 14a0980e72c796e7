package dev.lockstep.reconcile;

import dev.lockstep.plan.PlanHash;
import dev.lockstep.reconcile.state.IfMatch;
import dev.lockstep.reconcile.state.Overtaking;
import dev.lockstep.reconcile.state.Overtaking.Overtake;
import dev.lockstep.reconcile.state.Overtaking.Window;
import dev.lockstep.signal.Cause;
import dev.lockstep.signal.GatewayWrite;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Finds the writes of others that ours overwrote, where nothing makes ours conditional. What they
 * wrote is gone, and only they know what it was: they are told.
 *
 * <pre>
 * our write                          | its window
 * -----------------------------------+----------------------------------------------------
 * conditional, and that is honoured  | none: it fails where somebody came between
 * about to be sent                   | open, from the first sight of the document it is made on; what
 *                                    | it may not show of what came before counts, too
 * accepted                           | ends at the acceptance, or the second that it lies in
 * refused                            | none: it had no effect
 * answer lost, or we died            | stays open: ends at the write's time-out at the latest
 *   … and its change is there later  | counts
 *   … or an event tells of it        | counts
 *   … else                           | none
 * </pre>
 *
 * An event may come before or after any of this: what it told is kept until the window has ended.
 */
final class Overtakes {
  private final Pace pace;
  private final OvertakeSearch search;

  Overtakes(Pace pace) {
    this.pace = pace;
    this.search = new OvertakeSearch(pace);
  }

  /**
   * A write of somebody else that we heard of and that a document with that tag may not show: reads
   * may lag behind it. Whoever writes now overwrites it.
   */
  Optional<GatewayWrite> unseen(Session session, Optional<String> etag, PlanHash plan) {
    hear(session);
    return search.unseen(overtaking(session), window(session, etag, session.now(), plan));
  }

  /** Before a write that nothing makes conditional. */
  void opening(Session session, Optional<String> etag, PlanHash plan) {
    Instant latest = session.now().plus(pace.fresh()).plus(pace.intentRest());
    set(session, overtaking(session).opening(window(session, etag, latest, plan), session.self()));
  }

  private Window window(Session session, Optional<String> etag, Instant until, PlanHash plan) {
    Instant now = session.now();
    if (etag.isEmpty()) {
      return new Window(List.of(), now, now, until, true, false, plan);
    }
    Instant oldest = now.minus(pace.lag());
    IfMatch tags = session.writing().ifMatch();
    Instant from = etag.flatMap(tags::firstSeen).filter(at -> at.isAfter(oldest)).orElse(oldest);
    return new Window(tags.sightsUpTo(etag.get()), oldest, from, until, true, false, plan);
  }

  /** Ours was accepted. */
  void accepted(Session session) {
    set(session, overtaking(session).accepted(session.nowAtTheLatest()));
    report(session);
  }

  /** Ours may have been accepted, and no later than now. */
  void unsure(Session session) {
    set(session, overtaking(session).leftBy(session.nowAtTheLatest()));
  }

  /** Ours had no effect. */
  void dropped(Session session) {
    set(session, overtaking(session).withoutOpen());
  }

  /** What became of a write whose answer nobody saw. */
  void concluded(Session session, boolean landed) {
    boolean accepted = landed || search.toldOfOurs(overtaking(session));
    set(session, accepted ? overtaking(session).landed() : overtaking(session).withoutOpen());
    report(session);
  }

  /** Looks at what the run's signal tells. */
  void consider(Session session) {
    hear(session);
    report(session);
  }

  private void hear(Session session) {
    // The reads of this run have made known who we are.
    set(session, overtaking(session).knowing(session.self()));
    session
        .trigger()
        .cause()
        .flatMap(Cause::write)
        .filter(write -> search.concerns(session.writing(), write, session.now()))
        .ifPresent(write -> set(session, overtaking(session).hearing(write)));
  }

  private void report(Session session) {
    for (Overtake overtake : search.found(overtaking(session), session.now())) {
      set(session, overtaking(session).reporting(overtake));
      session.record().found(finding(session, overtake));
    }
  }

  private static Finding finding(Session session, Overtake overtake) {
    GatewayWrite write = overtake.write();
    Window window = overtake.window();
    return new Finding(
        FindingCode.OVERTAKEN,
        "a write of "
            + session.gateway().name()
            + " by "
            + write.writer()
            + " at "
            + write.at()
            + " (correlation "
            + write.id()
            + ") was overwritten, as far as clocks and reads tell, by ours of plan "
            + window.plan()
            + ", made on what was there at "
            + window.from()
            + " and accepted at "
            + window.until(),
        "Tell the writer to look at "
            + session.gateway()
            + " and to make the change again; az monitor activity-log list --correlation-id "
            + write.id()
            + " shows what it was.");
  }

  private static Overtaking overtaking(Session session) {
    return session.writing().overtaking();
  }

  private static void set(Session session, Overtaking overtaking) {
    session.set(session.writing().with(overtaking));
  }
}
