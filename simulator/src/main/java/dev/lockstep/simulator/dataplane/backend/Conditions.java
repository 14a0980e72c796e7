package dev.lockstep.simulator.dataplane.backend;

import dev.lockstep.simulator.health.Backends;
import dev.lockstep.simulator.health.Backends.Condition;
import dev.lockstep.simulator.world.World;
import java.util.Arrays;
import java.util.Optional;

/** What a person switched off, as it is now. */
public final class Conditions {
  private final World world;
  private final Backends backends;

  /** Conditions in one world. */
  public Conditions(World world, Backends backends) {
    this.world = world;
    this.backends = backends;
  }

  /** The condition of a server, when it is known. */
  public Optional<Condition> find(String name) {
    return world.look(() -> backends.find(name));
  }

  /** The first condition other than up of a server with several names; up when there is none. */
  public Condition of(String... names) {
    return Arrays.stream(names)
        .flatMap(name -> find(name).stream())
        .filter(condition -> condition != Condition.UP)
        .findFirst()
        .orElse(Condition.UP);
  }
}
