package dev.lockstep.azure;

import dev.lockstep.port.Ticker;

/** The machine's monotonic clock. */
public final class SystemTicker implements Ticker {
  @Override
  public long nanos() {
    return System.nanoTime();
  }
}
