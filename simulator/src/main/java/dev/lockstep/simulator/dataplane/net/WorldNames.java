package dev.lockstep.simulator.dataplane.net;

import dev.lockstep.simulator.dns.Answer;
import dev.lockstep.simulator.dns.Resolver;
import dev.lockstep.simulator.world.ResourceId;
import dev.lockstep.simulator.world.World;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * DNS of the world: what {@link Resolver} says of the zones that a network sees; a name that no
 * such zone owns may be a public name that the world knows.
 */
public final class WorldNames implements Names {
  /** Stands for a network that no zone is linked to. */
  private static final ResourceId NOWHERE = ResourceId.ofGroup("none", "none");

  private final World world;
  private final Function<String, Optional<String>> publicAddress;

  /**
   * DNS of one world.
   *
   * @param publicAddress the address of a public name, when the world knows it
   */
  public WorldNames(World world, Function<String, Optional<String>> publicAddress) {
    this.world = world;
    this.publicAddress = publicAddress;
  }

  @Override
  public Answer resolve(Optional<ResourceId> network, String name) {
    Answer zones =
        world.look(() -> new Resolver(world.resources()).resolve(network.orElse(NOWHERE), name));
    if (zones instanceof Answer.Unknown) {
      return publicAddress
          .apply(name)
          .<Answer>map(address -> new Answer.Addresses(List.of(address)))
          .orElse(zones);
    }
    return zones;
  }
}
