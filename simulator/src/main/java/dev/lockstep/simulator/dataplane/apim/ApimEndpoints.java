package dev.lockstep.simulator.dataplane.apim;

import dev.lockstep.simulator.apim.ApimService;
import dev.lockstep.simulator.dataplane.ServiceSocket;
import dev.lockstep.simulator.dataplane.backend.Conditions;
import dev.lockstep.simulator.dataplane.net.Loopback;
import dev.lockstep.simulator.dataplane.net.LoopbackServer;
import dev.lockstep.simulator.dataplane.net.Reach;
import dev.lockstep.simulator.dataplane.net.Station;
import dev.lockstep.simulator.dataplane.tls.WorldIdentities;
import dev.lockstep.simulator.health.Backends.Condition;
import dev.lockstep.simulator.pki.Identity;
import dev.lockstep.simulator.tls.SniKeys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The endpoints of all services. A private address gets a socket when somebody first calls it; the
 * socket stays while the address does, whatever host names and certificates come and go.
 */
public final class ApimEndpoints implements Station {
  private static final int HTTPS = 443;

  private final RegionReader reader;
  private final Conditions conditions;
  private final Loopback loopback;
  private final Map<String, LoopbackServer> open = new ConcurrentHashMap<>();
  private volatile Map<String, Region> serving = Map.of();

  /** Addresses of services that serve nothing there: their machines refuse. */
  private volatile Set<String> silent = Set.of();

  /** Endpoints of one world; nothing is served before {@link #follow}. */
  public ApimEndpoints(WorldIdentities identities, Conditions conditions, Loopback loopback) {
    this.reader = new RegionReader(identities);
    this.conditions = conditions;
    this.loopback = loopback;
  }

  /** Serves from now on what the services say. */
  public void follow(List<ApimService> services) {
    Map<String, Region> next = new HashMap<>();
    Set<String> addresses = ConcurrentHashMap.newKeySet();
    for (ApimService service : services) {
      addresses.addAll(service.allPrivateAddresses());
      for (Region region : reader.read(service)) {
        region.addresses().forEach(address -> next.put(address, region));
      }
    }
    Map<String, Region> before = serving;
    addresses.removeAll(next.keySet());
    silent = Set.copyOf(addresses);
    serving = Map.copyOf(next);
    for (String address : List.copyOf(open.keySet())) {
      if (!next.containsKey(address)) {
        Optional.ofNullable(open.remove(address)).ifPresent(LoopbackServer::close);
      } else if (!next.get(address).endpoints().equals(endpoints(before, address))) {
        open.get(address).forgetSessions();
      }
    }
  }

  @Override
  public Optional<Reach> reach(String address, int port, boolean secure) {
    boolean serves = serving.containsKey(address);
    if (!serves && !silent.contains(address)) {
      return Optional.empty();
    }
    boolean down = conditions.of(address) == Condition.DOWN;
    if (!serves || down || port != HTTPS) {
      return Optional.of(new Reach.Refused());
    }
    return Optional.of(new Reach.Open(server(address).address()));
  }

  /** All private addresses that serve, with their sockets. */
  public List<ServiceSocket> sockets() {
    return new TreeMap<>(serving)
        .entrySet().stream()
            .map(
                one ->
                    new ServiceSocket(
                        one.getValue().service(),
                        one.getValue().location(),
                        one.getKey(),
                        HTTPS,
                        server(one.getKey()).address()))
            .toList();
  }

  private LoopbackServer server(String address) {
    return open.computeIfAbsent(
        address,
        key ->
            loopback.serve(
                new RegionHandler(key, () -> region(key), conditions),
                Optional.of(new SniKeys(sni -> identity(key, sni)))));
  }

  private Optional<Identity> identity(String address, Optional<String> sni) {
    Optional<Region> now = region(address);
    return sni.flatMap(name -> now.flatMap(one -> one.find(name)))
        .or(() -> now.flatMap(Region::byDefault))
        .map(Endpoint::identity);
  }

  private Optional<Region> region(String address) {
    return Optional.ofNullable(serving.get(address));
  }

  private static List<Endpoint> endpoints(Map<String, Region> regions, String address) {
    return Optional.ofNullable(regions.get(address)).map(Region::endpoints).orElse(List.of());
  }
}
