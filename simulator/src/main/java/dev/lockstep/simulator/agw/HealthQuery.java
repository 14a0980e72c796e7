package dev.lockstep.simulator.agw;

import com.fasterxml.jackson.databind.JsonNode;

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
}
