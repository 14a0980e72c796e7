package dev.lockstep.simulator.agw;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.BooleanSupplier;

/** Answers how healthy the backends of a gateway are. */
@FunctionalInterface
public interface HealthQuery {
  /**
   * The body of a finished backendhealth operation.
   *
   * @param gateway the gateway as it is
   * @param expand whether pools and settings are shown whole ({@code $expand})
   */
  JsonNode of(Gateway gateway, boolean expand);

  /**
   * Starts looking at the backends, where that takes time. Must not wait.
   *
   * @return whether what was started has ended, so that {@link #of} tells its result
   */
  default BooleanSupplier begin(Gateway gateway) {
    return () -> true;
  }
}
