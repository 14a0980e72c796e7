package dev.lockstep.simulator.arm;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * Sees every exchange with ARM as it was answered, such as to compare it with a specification.
 * Found by {@link ServiceLoader}, so that it sees every world of a JVM without being handed to any.
 */
@FunctionalInterface
public interface ArmWitness {
  /** An exchange took place; must be quick and must not throw. */
  void saw(ArmRequest request, ArmResponse response);

  /** All that are on the class path, and the log when it is asked for. */
  static List<ArmWitness> present() {
    return Stream.concat(
            ServiceLoader.load(ArmWitness.class).stream().map(ServiceLoader.Provider::get),
            ExchangeLog.asked().stream())
        .toList();
  }
}
