package dev.lockstep.config;

import dev.lockstep.model.ConnectTo;
import java.util.Optional;

/**
 * What is otherwise in a world that is not Azure; everything is as usual in a real one.
 *
 * @param connectTo other places for the addresses of services, gateways and vaults
 * @param publicRoots path of a PEM file with the roots that count as public; empty for those of the
 *     Java platform
 * @param speed by how much faster pass the hours in which certificates are followed; 1 in Azure
 */
public record Rehearsal(ConnectTo connectTo, Optional<String> publicRoots, int speed) {
  /** The real world. */
  public static final Rehearsal NONE = new Rehearsal(ConnectTo.NOTHING, Optional.empty(), 1);

  /** A world with its own addresses, in which time passes as in Azure. */
  public Rehearsal(ConnectTo connectTo, Optional<String> publicRoots) {
    this(connectTo, publicRoots, 1);
  }
}
