package dev.lockstep.simulator.dataplane.net;

import dev.lockstep.simulator.dns.Answer;
import dev.lockstep.simulator.world.ResourceId;
import java.util.Optional;

/** Answers as the DNS of a virtual network does. */
@FunctionalInterface
public interface Names {
  /**
   * The addresses of a name.
   *
   * @param network virtual network that asks; empty for none, which sees public names only
   * @param name fully qualified name, with or without the last dot
   */
  Answer resolve(Optional<ResourceId> network, String name);
}
