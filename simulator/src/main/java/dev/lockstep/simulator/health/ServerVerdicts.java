package dev.lockstep.simulator.health;

import dev.lockstep.simulator.agw.Gateway;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** Says how healthy one server of a pool is for one backend setting. */
public interface ServerVerdicts {
  /**
   * The latest verdict. Called with the world locked: it must not wait.
   *
   * @param target the setting with its probe
   * @param pool name of the pool
   * @param server name or address, as the pool has it
   * @param isName whether the server is given by name
   */
  Verdict of(Target target, String pool, String server, boolean isName);

  /**
   * Probes one server once, outside the rounds. Must not wait.
   *
   * @param server name or address, as the pool has it
   * @param isName whether the server is given by name
   */
  CompletableFuture<Verdict> trial(Target target, String server, boolean isName);

  /** Starts new probes of a gateway, where those take time; tells whether they have ended. */
  default BooleanSupplier begin(Gateway gateway) {
    return () -> true;
  }
}
