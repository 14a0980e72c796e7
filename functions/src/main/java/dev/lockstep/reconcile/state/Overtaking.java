package dev.lockstep.reconcile.state;

import dev.lockstep.plan.PlanHash;
import dev.lockstep.signal.GatewayWrite;
import dev.lockstep.signal.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes of others that ours may have overwritten, because nothing made ours conditional.
 *
 * @param self who we were at the latest write; empty when that is not known
 * @param windows our writes that were not conditional, oldest first
 * @param heard writes that events told of lately, ours only where that tells when it was accepted
 * @param reports writes of others that ours overwrote, oldest first
 * @param total how many there ever were
 */
public record Overtaking(
    Optional<Writer> self,
    List<Window> windows,
    List<GatewayWrite> heard,
    List<Overtake> reports,
    long total) {
  /** Nothing overwritten. */
  public static final Overtaking NONE =
      new Overtaking(Optional.empty(), List.of(), List.of(), List.of(), 0);

  /** Event Grid delivers for 24 hours at most (Microsoft Learn, delivery-and-retry). */
  public static final Duration WINDOW_KEPT = Duration.ofHours(24);

  private static final int MOST_WINDOWS = 100;
  private static final int MOST_HEARD = 64;
  private static final int MOST_REPORTS = 50;

  public Overtaking {
    windows = List.copyOf(windows);
    heard = List.copyOf(heard);
    reports = List.copyOf(reports);
  }

  /** The same, knowing who we are. */
  public Overtaking knowing(Optional<Writer> us) {
    return new Overtaking(us.or(() -> self), windows, heard, reports, total);
  }

  /** The same, a write of ours being about to be sent; windows that are too old are forgotten. */
  public Overtaking opening(Window window, Optional<Writer> by) {
    Instant oldest = window.until().minus(WINDOW_KEPT);
    List<Window> young = windows.stream().filter(w -> w.until().isAfter(oldest)).toList();
    return new Overtaking(
        by.or(() -> self), latest(young, window, MOST_WINDOWS), heard, reports, total);
  }

  /** The same, our write having been accepted at that time. */
  public Overtaking accepted(Instant at) {
    return withWindows(windows.stream().map(w -> w.open() ? w.ended(at, true) : w).toList());
  }

  /** The same, our write having taken effect, nobody saw when. */
  public Overtaking landed() {
    return withWindows(
        windows.stream().map(w -> w.open() ? w.ended(w.until(), false) : w).toList());
  }

  /** The same, our write having left no later than that. */
  public Overtaking leftBy(Instant until) {
    return withWindows(windows.stream().map(w -> w.open() ? w.endingBy(until) : w).toList());
  }

  /** The same, our write having had no effect. */
  public Overtaking withoutOpen() {
    return withWindows(windows.stream().filter(window -> !window.open()).toList());
  }

  /** The same, an event having told of a write. */
  public Overtaking hearing(GatewayWrite write) {
    return new Overtaking(self, windows, latest(heard, write, MOST_HEARD), reports, total);
  }

  /** The same with one report more. */
  public Overtaking reporting(Overtake report) {
    return new Overtaking(self, windows, heard, latest(reports, report, MOST_REPORTS), total + 1);
  }

  /** Whether the write is ours; empty while we do not know who we are. */
  public Optional<Boolean> isOurs(GatewayWrite write) {
    return self.map(us -> us.isSame(write.writer()));
  }

  /** Whether an event about the write was looked at before. */
  public boolean isKnown(GatewayWrite write) {
    return heard.stream().anyMatch(write::isSame)
        || reports.stream().anyMatch(report -> report.write().isSame(write));
  }

  private Overtaking withWindows(List<Window> others) {
    return new Overtaking(self, others, heard, reports, total);
  }

  private static <T> List<T> latest(List<T> before, T next, int most) {
    int skip = Math.max(0, before.size() + 1 - most);
    return Stream.concat(before.stream(), Stream.of(next)).skip(skip).toList();
  }

  /**
   * The time in which a write of somebody else was overwritten by one of ours.
   *
   * @param sights when that document and the ones before it were first seen, oldest first
   * @param sure what was written by then is in it: reads lag by no more
   * @param from when the document that ours was made on was first seen, exclusive
   * @param until when ours was accepted; the latest possible moment while that is not known
   * @param open whether it is still to be found out that ours took effect
   * @param exact whether {@code until} is known and not only a bound
   * @param plan the plan that ours carried out
   */
  public record Window(
      List<Instant> sights,
      Instant sure,
      Instant from,
      Instant until,
      boolean open,
      boolean exact,
      PlanHash plan) {
    public Window {
      sights = List.copyOf(sights);
    }

    /** The same of a write that took effect, by then or just then. */
    public Window ended(Instant at, boolean exactly) {
      return new Window(sights, sure, from, at, false, exactly, plan);
    }

    /** The same, ending at the latest then. */
    public Window endingBy(Instant latest) {
      return new Window(sights, sure, from, latest, open, false, plan);
    }

    /**
     * Whether a write falls into it: what we saw cannot show it.
     *
     * @param afterCancel how long after ours the end of an operation may be stamped that ours
     *     canceled
     */
    public boolean holds(GatewayWrite write, Duration afterCancel) {
      return write.at().isAfter(from) && isBeforeEnd(write, afterCancel);
    }

    /** Whether a write falls into it or into the time before it that reads may have missed. */
    public boolean touches(GatewayWrite write, Duration afterCancel) {
      Instant oldest = sights.isEmpty() || sure.isBefore(sights.get(0)) ? sure : sights.get(0);
      return write.at().isAfter(oldest) && isBeforeEnd(write, afterCancel);
    }

    private boolean isBeforeEnd(GatewayWrite write, Duration afterCancel) {
      Instant last = write.canceled() ? until.plus(afterCancel) : until;
      return !write.at().isAfter(last);
    }
  }

  /**
   * A write of somebody else that ours overwrote.
   *
   * @param write theirs
   * @param window ours
   */
  public record Overtake(GatewayWrite write, Window window) {}
}
