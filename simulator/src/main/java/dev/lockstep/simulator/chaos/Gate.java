package dev.lockstep.simulator.chaos;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Through which an app calls the outside: time passes, other work goes on meanwhile, and the
 * process may die before or after the call took effect.
 */
@FunctionalInterface
public interface Gate {
  /**
   * Makes a call.
   *
   * @throws Crash when the process is dead
   */
  <T> T pass(Call call, Supplier<T> effect);

  /**
   * A call of the outside.
   *
   * @param point which call of which port, such as {@code state.write}
   * @param detail tells what it is about, for the history
   * @param usual how long it takes; zero when it does not leave the process
   * @param patience how long it may stand still and still take effect, such as a write's time-out
   */
  record Call(String point, Supplier<String> detail, Duration usual, Duration patience) {}
}
