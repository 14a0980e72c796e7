package dev.lockstep.simulator.agw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Answers how healthy the backends of a gateway are. */
public interface HealthQuery {
  /**
   * One pool and setting with a probe that is tried once.
   *
   * @param pool element of backendAddressPools
   * @param settings element of backendHttpSettingsCollection
   * @param probe a probe as if it were an element of probes
   */
  record Trial(ObjectNode pool, ObjectNode settings, ObjectNode probe) {}

  /**
   * What comes of a trial.
   *
   * @param ready whether it has ended; must not wait
   * @param answer the body of the finished operation
   */
  record OnDemand(BooleanSupplier ready, Supplier<JsonNode> answer) {}

  /** Starts a trial. Must not wait. */
  OnDemand onDemand(Gateway gateway, Trial trial);

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
