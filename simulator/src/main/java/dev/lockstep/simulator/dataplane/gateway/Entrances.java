package dev.lockstep.simulator.dataplane.gateway;

import dev.lockstep.simulator.dataplane.Address;
import dev.lockstep.simulator.dataplane.net.Loopback;
import dev.lockstep.simulator.dataplane.net.LoopbackServer;
import dev.lockstep.simulator.dataplane.net.Networks;
import dev.lockstep.simulator.dataplane.net.Reach;
import dev.lockstep.simulator.tls.SniKeys;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The sockets of one gateway: one per frontend and port that a rule uses. */
final class Entrances implements AutoCloseable {
  private record Door(LoopbackServer server, boolean https) {}

  private final Loopback loopback;
  private final Supplier<Optional<Serving>> serving;
  private final Draining draining;
  private final Map<Entrance, Door> doors = new ConcurrentHashMap<>();

  Entrances(Loopback loopback, Supplier<Optional<Serving>> serving, Draining draining) {
    this.loopback = loopback;
    this.serving = serving;
    this.draining = draining;
  }

  /** Opens what a document needs and closes what it does not; what stays keeps its socket. */
  void follow(Config config) {
    Set<Entrance> wanted = config.entrances();
    for (Entrance entrance : List.copyOf(doors.keySet())) {
      boolean stays =
          wanted.contains(entrance) && doors.get(entrance).https() == config.https(entrance);
      if (!stays) {
        Optional.ofNullable(doors.remove(entrance)).ifPresent(door -> door.server().close());
      }
    }
    wanted.forEach(
        entrance -> doors.computeIfAbsent(entrance, key -> open(key, config.https(key))));
  }

  /** Keeps clients out where a security group drops their packets. */
  void admit(Config config, Networks networks) {
    doors.forEach(
        (entrance, door) -> {
          boolean outside = Frontends.isPublic(config.gateway(), entrance.frontend());
          Optional<String> dropped =
              config
                  .subnet()
                  .flatMap(subnet -> networks.keepsOut(subnet, outside, entrance.port()));
          door.server().admit(dropped.isEmpty());
        });
  }

  void forgetSessions() {
    doors.values().forEach(door -> door.server().forgetSessions());
  }

  /** Ends connections that came in before a generation. */
  void cut(long generation) {
    doors
        .values()
        .forEach(
            door -> LoopbackServer.end(Draining.older(door.server().connections(), generation)));
  }

  /** What becomes of a connection to a private address; empty when no door has that. */
  Optional<Reach> reach(Config config, String address, int port) {
    List<Map.Entry<Entrance, Door>> own =
        doors.entrySet().stream()
            .filter(
                door ->
                    Frontends.privateAddress(config.gateway(), door.getKey().frontend())
                        .filter(address::equals)
                        .isPresent())
            .toList();
    Optional<Reach> open =
        own.stream()
            .filter(door -> door.getKey().port() == port)
            .map(door -> (Reach) new Reach.Open(door.getValue().server().address()))
            .findFirst();
    return own.isEmpty() ? Optional.empty() : open.or(() -> Optional.of(new Reach.Refused()));
  }

  List<Address> addresses(Live live) {
    Config config = live.config();
    return doors.entrySet().stream()
        .map(door -> address(live, config, door.getKey(), door.getValue()))
        .sorted(Comparator.comparing(Address::frontend).thenComparingInt(Address::port))
        .toList();
  }

  private static Address address(Live live, Config config, Entrance entrance, Door door) {
    return new Address(
        config.gateway().id().toString(),
        entrance.frontend(),
        Frontends.address(config.gateway(), entrance.frontend(), live.around().world()).orElse(""),
        entrance.port(),
        door.https(),
        config.at(entrance).flatMap(rule -> rule.listener().hostNames().stream()).toList(),
        door.server().address());
  }

  private Door open(Entrance entrance, boolean https) {
    SniKeys keys =
        new SniKeys(name -> serving.get().flatMap(one -> one.live().face(entrance, name)));
    return new Door(
        loopback.serve(
            new GatewayHandler(entrance, serving, draining),
            https ? Optional.of(keys) : Optional.empty()),
        https);
  }

  @Override
  public void close() {
    doors.values().forEach(door -> door.server().close());
    doors.clear();
  }
}
