package dev.lockstep.simulator.dataplane.net;

import dev.lockstep.simulator.world.ResourceId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Connects simulated addresses: what is allowed to pass reaches whoever stands there. */
public final class Fabric {
  private final Supplier<Networks> networks;
  private final List<Station> stations = new CopyOnWriteArrayList<>();

  /**
   * A fabric without anybody in it.
   *
   * @param networks the networks as they are now
   */
  public Fabric(Supplier<Networks> networks) {
    this.networks = networks;
  }

  /** Adds somebody; the first who has an address gets its connections. */
  public void add(Station station) {
    stations.add(station);
  }

  /** What becomes of a connection from a subnet. */
  public Reach dial(Optional<ResourceId> fromSubnet, String address, int port, boolean secure) {
    Optional<String> dropped =
        fromSubnet.flatMap(subnet -> networks.get().drops(subnet, address, port));
    if (dropped.isPresent()) {
      return new Reach.Lost(dropped.get());
    }
    return stations.stream()
        .flatMap(station -> station.reach(address, port, secure).stream())
        .findFirst()
        .orElseGet(() -> new Reach.Lost("nobody has the address " + address));
  }

  /** The networks as they are now. */
  public Networks networks() {
    return networks.get();
  }
}
