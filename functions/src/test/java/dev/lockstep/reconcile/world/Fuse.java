package dev.lockstep.reconcile.world;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Counts calls of ports and kills the process at one of them, before or after it took effect. A
 * dead process makes no further call.
 */
public final class Fuse {
  private final int at;
  private final boolean after;
  private final List<String> calls = new ArrayList<>();
  private boolean dead;

  private Fuse(int at, boolean after) {
    this.at = at;
    this.after = after;
  }

  /** Never kills. */
  public static Fuse never() {
    return new Fuse(-1, false);
  }

  /** Kills at the call of that number, from 0. */
  public static Fuse at(int call, boolean afterItsEffect) {
    return new Fuse(call, afterItsEffect);
  }

  /** The calls made so far. */
  public List<String> calls() {
    return List.copyOf(calls);
  }

  /** Whether the process was killed. */
  public boolean isDead() {
    return dead;
  }

  <T> T through(String call, Supplier<T> effect) {
    if (dead) {
      throw new Crash("dead: " + call);
    }
    int number = calls.size();
    calls.add(call);
    if (number == at && !after) {
      die(call);
    }
    T result = effect.get();
    if (number == at) {
      die(call);
    }
    return result;
  }

  private void die(String call) {
    dead = true;
    throw new Crash((after ? "after " : "before ") + call);
  }
}
