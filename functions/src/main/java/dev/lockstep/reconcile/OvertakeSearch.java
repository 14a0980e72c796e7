package dev.lockstep.reconcile;

import static java.util.Comparator.naturalOrder;

import dev.lockstep.reconcile.state.IfMatch.Support;
import dev.lockstep.reconcile.state.Overtaking;
import dev.lockstep.reconcile.state.Overtaking.Overtake;
import dev.lockstep.reconcile.state.Overtaking.Window;
import dev.lockstep.reconcile.state.Writing;
import dev.lockstep.signal.GatewayWrite;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compares the writes that events told of with the windows of our own. Pure.
 *
 * <p>Where nobody saw when ours was accepted, its own event bounds it: whether events are stamped
 * at acceptance or at the end of an operation, one of a write that ours overwrote is not later than
 * ours, and one of a write that came after ours is. Such a window waits for that event for a while.
 * Else the window is a little longer than our own clock says, since another one stamps the events.
 *
 * <p>A read may lag: what a document may not show ({@link Attribution}) counts, too.
 */
record OvertakeSearch(Pace pace) {
  /** What was overwritten and was not reported yet. */
  List<Overtake> found(Overtaking overtaking, Instant now) {
    return unreported(overtaking)
        .flatMap(write -> window(overtaking, write, now).map(w -> new Overtake(write, w)).stream())
        .toList();
  }

  /** A write that the document may not show on which a write of ours is to be made now. */
  Optional<GatewayWrite> unseen(Overtaking overtaking, Window asOfNow) {
    return unreported(overtaking).filter(write -> isMissed(overtaking, asOfNow, write)).findFirst();
  }

  private static Stream<GatewayWrite> unreported(Overtaking overtaking) {
    return overtaking.heard().stream()
        .filter(write -> overtaking.isOurs(write).filter(ours -> !ours).isPresent())
        .filter(write -> overtaking.reports().stream().noneMatch(r -> r.write().isSame(write)));
  }

  private boolean isMissed(Overtaking overtaking, Window window, GatewayWrite write) {
    return window.holds(write, pace.cover())
        || new Attribution(pace).doubts(overtaking, window, write);
  }

  /** Whether an event proves that our write was accepted whose answer nobody saw. */
  boolean toldOfOurs(Overtaking overtaking) {
    return overtaking.windows().stream()
        .filter(Window::open)
        .anyMatch(
            window ->
                overtaking.heard().stream()
                    .filter(write -> overtaking.isOurs(write).orElse(false))
                    .anyMatch(write -> window.holds(write, pace.cover())));
  }

  private Optional<Window> window(Overtaking overtaking, GatewayWrite write, Instant now) {
    return overtaking.windows().stream()
        .filter(window -> !window.open())
        .flatMap(window -> ended(overtaking, window, now).stream())
        .filter(window -> isMissed(overtaking, atTheLatest(window), write))
        .findFirst();
  }

  /** Our clock told when it was accepted, and another one when theirs was. */
  private Window atTheLatest(Window window) {
    return window.endingBy(window.until().plus(pace.skew()));
  }

  private Optional<Window> ended(Overtaking overtaking, Window window, Instant now) {
    if (window.exact()) {
      return Optional.of(window);
    }
    return ownEvent(overtaking, window)
        .map(at -> window.ended(at.minus(pace.skew()), true))
        .or(
            () ->
                now.isBefore(window.until().plus(pace.ownEvent()))
                    ? Optional.empty()
                    : Optional.of(window));
  }

  /**
   * Empty as well where the write before it may have been under way: the event may be its end's.
   */
  private Optional<Instant> ownEvent(Overtaking overtaking, Window window) {
    boolean other =
        overtaking.windows().stream()
            .anyMatch(
                before ->
                    before.until().isAfter(window.sure())
                        && before.until().isBefore(window.until()));
    return other
        ? Optional.empty()
        : overtaking.heard().stream()
            .filter(write -> overtaking.isOurs(write).orElse(false))
            .filter(write -> window.holds(write, pace.cover()))
            .map(GatewayWrite::at)
            .min(naturalOrder());
  }

  /** Whether an event tells what has to be compared, now or when our own write has ended. */
  boolean concerns(Writing writing, GatewayWrite write, Instant now) {
    Overtaking overtaking = writing.overtaking();
    if (overtaking.isKnown(write) || overtaking.isOurs(write).isEmpty()) {
      return false;
    }
    boolean ours = overtaking.isOurs(write).get();
    boolean within =
        overtaking.windows().stream()
            .filter(window -> !ours || !window.exact())
            .anyMatch(window -> atTheLatest(window).touches(write, pace.cover()));
    // A read that lags may lead to a write of ours that begins before theirs and is yet to come.
    boolean mayYet =
        !ours
            && writing.ifMatch().support() != Support.HONOURED
            && write.at().isAfter(now.minus(pace.lag()));
    return within || mayYet;
  }
}
