package dev.lockstep.simulator.chaos;

import java.time.Duration;
import java.util.function.Supplier;

/** The gate of one process: where it takes its time, stands still, and dies. */
final class Turnstile implements Gate {
  private static final int PAUSES = 150;
  private static final Duration LEASE = Duration.ofSeconds(60);

  private final String name;
  private final Stage stage;
  private final Strands strands;
  private final Chance chance;
  private final CrashPlans crashes;
  private final Disturbance disturbance;
  private final Tally tally;
  private final History history;
  private boolean dead;

  /** Whether things go wrong now. */
  interface Disturbance {
    boolean isOn();
  }

  Turnstile(
      String name,
      Stage stage,
      Strands strands,
      Chance chance,
      CrashPlans crashes,
      Disturbance disturbance,
      Tally tally,
      History history) {
    this.name = name;
    this.stage = stage;
    this.strands = strands;
    this.chance = chance;
    this.crashes = crashes;
    this.disturbance = disturbance;
    this.tally = tally;
    this.history = history;
  }

  boolean isDead() {
    return dead;
  }

  @Override
  public <T> T pass(Call call, Supplier<T> effect) {
    requireAlive(call);
    dieOf(call, false);
    if (!call.usual().isZero()) {
      strands.sleep(stage, before(call));
      requireAlive(call);
      history.add(name, () -> call.point() + " " + call.detail().get());
    }
    tally.add("call " + call.point());
    T result = effect.get();
    dieOf(call, true);
    if (!call.usual().isZero()) {
      strands.sleep(stage, call.usual().dividedBy(2));
      requireAlive(call);
    }
    return result;
  }

  private Duration before(Call call) {
    Duration usual = call.usual().dividedBy(2);
    if (!disturbance.isOn() || !chance.oneIn(PAUSES)) {
      return usual;
    }
    Duration pause = chance.oneIn(3) ? chance.seconds(20, 100) : chance.seconds(1, 20);
    Duration taken = pause.compareTo(call.patience()) < 0 ? pause : call.patience();
    tally.add(taken.compareTo(LEASE) > 0 ? "worker.pausedBeyondLease" : "worker.paused");
    history.add(name, () -> "stands still for " + taken + " before " + call.point());
    return taken;
  }

  private void dieOf(Call call, boolean after) {
    if (disturbance.isOn() && crashes.strikes(call.point(), after)) {
      String where = call.point() + (after ? " after" : " before");
      tally.add("crash " + where);
      history.add(name, () -> "dies " + (after ? "after " : "before ") + call.point());
      dead = true;
      throw new Crash(where);
    }
  }

  private void requireAlive(Call call) {
    if (dead) {
      throw new Crash("dead: " + call.point());
    }
  }
}
