package dev.lockstep.reconcile;

import dev.lockstep.plan.PlanHash;
import dev.lockstep.reconcile.state.Overtaking;
import dev.lockstep.reconcile.state.Overtaking.Overtake;
import dev.lockstep.reconcile.state.Overtaking.Window;
import dev.lockstep.signal.Cause;
import dev.lockstep.signal.GatewayWrite;
import java.time.Instant;
import java.util.Optional;

/**
 * Finds the writes of others that ours overwrote, where nothing makes ours conditional. What they
 * wrote is gone, and only they know what it was: they are told.
 *
 * <pre>
 * our write                          | its window
 * -----------------------------------+----------------------------------------------------
 * conditional, and that is honoured  | none: it fails where somebody came between
 * about to be sent                   | open, from the first sight of the document it is made on
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

  /** Before a write that nothing makes conditional. */
  void opening(Session session, Optional<String> etag, PlanHash plan) {
    Instant now = session.now();
    Instant oldest = now.minus(pace.lag());
    Instant seen =
        etag.map(tag -> session.writing().ifMatch().sightings().get(tag))
            .filter(at -> at.isAfter(oldest))
            .orElse(oldest);
    Window window =
        new Window(
            etag.isPresent() ? seen : now,
            now.plus(pace.fresh()).plus(pace.intentRest()),
            true,
            false,
            plan);
    set(session, overtaking(session).opening(window, session.self()));
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
    // The reads of this run have made known who we are.
    set(session, overtaking(session).knowing(session.self()));
    session
        .trigger()
        .cause()
        .flatMap(Cause::write)
        .filter(write -> search.concerns(session.writing(), write, session.now()))
        .ifPresent(write -> set(session, overtaking(session).hearing(write)));
    report(session);
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
            + ") was overwritten by ours of plan "
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
