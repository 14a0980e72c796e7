package dev.lockstep.simulator.dataplane;

import dev.lockstep.simulator.agw.Gateway;
import dev.lockstep.simulator.dataplane.gateway.GatewayProxy;
import dev.lockstep.simulator.dataplane.gateway.Surroundings;
import dev.lockstep.simulator.dataplane.net.Reach;
import dev.lockstep.simulator.dataplane.net.Station;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The gateways of a world. */
final class Gateways implements Station, AutoCloseable {
  private final Surroundings around;
  private final Map<String, GatewayProxy> byId = new ConcurrentHashMap<>();

  Gateways(Surroundings around) {
    this.around = around;
  }

  /** Serves what the world has; not for several threads at once. */
  void follow(List<Gateway> gateways) {
    Map<String, Gateway> wanted =
        gateways.stream().collect(Collectors.toMap(one -> one.id().key(), one -> one));
    for (String id : List.copyOf(byId.keySet())) {
      if (!wanted.containsKey(id)) {
        Optional.ofNullable(byId.remove(id)).ifPresent(GatewayProxy::close);
      }
    }
    wanted.forEach(
        (id, gateway) -> byId.computeIfAbsent(id, key -> new GatewayProxy(around)).follow(gateway));
  }

  Optional<GatewayProxy> find(Gateway gateway) {
    return Optional.ofNullable(byId.get(gateway.id().key()));
  }

  boolean vaultDue() {
    return byId.values().stream().anyMatch(GatewayProxy::vaultDue);
  }

  List<Address> addresses() {
    return new TreeMap<>(byId)
        .values().stream().flatMap(proxy -> proxy.addresses().stream()).toList();
  }

  @Override
  public Optional<Reach> reach(String address, int port, boolean secure) {
    return byId.values().stream().flatMap(proxy -> proxy.reach(address, port).stream()).findFirst();
  }

  @Override
  public void close() {
    byId.values().forEach(GatewayProxy::close);
    byId.clear();
  }
}
