package dev.lockstep.simulator.host.queue;

import java.time.Duration;

/**
 * How a message is kept from others while a function works on it.
 *
 * @param hidden how long it is hidden at first and by each renewal
 */
public record MessageTiming(Duration hidden) {
  /** What the real host does: ten minutes, renewed at half time. */
  public static final MessageTiming HOST = new MessageTiming(Duration.ofMinutes(10));

  Duration renewEvery() {
    return hidden.dividedBy(2);
  }
}
