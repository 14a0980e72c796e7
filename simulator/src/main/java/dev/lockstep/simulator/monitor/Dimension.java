package dev.lockstep.simulator.monitor;

import java.util.Arrays;
import java.util.Optional;

/** Dimensions of gateway metrics, named as Azure Monitor names them. */
public enum Dimension {
  /** {@code pool~setting}. */
  BackendSettingsPool,
  /** Name or address of a server, as the pool has it. */
  BackendServer,
  BackendPool,
  BackendHttpSetting,
  Listener,
  /** {@code 1xx} to {@code 5xx}. */
  HttpStatusGroup;

  /** The dimension with a name, whatever its case. */
  public static Optional<Dimension> named(String name) {
    return Arrays.stream(values()).filter(one -> one.name().equalsIgnoreCase(name)).findFirst();
  }
}
