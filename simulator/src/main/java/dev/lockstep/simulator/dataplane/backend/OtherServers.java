package dev.lockstep.simulator.dataplane.backend;

import dev.lockstep.simulator.dataplane.net.Loopback;
import dev.lockstep.simulator.dataplane.net.LoopbackServer;
import dev.lockstep.simulator.dataplane.net.Reach;
import dev.lockstep.simulator.dataplane.net.Station;
import dev.lockstep.simulator.dataplane.tls.WorldIdentities;
import dev.lockstep.simulator.health.Backends.Condition;
import dev.lockstep.simulator.tls.SniKeys;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Servers of other teams, known by name or address only. They answer every path with ok, and over
 * TLS with a certificate of the public authority for whatever name is asked. A name gets an address
 * out of 198.18.0.0/15, which is for benchmarks (RFC 2544).
 */
public final class OtherServers implements Station {
  private static final int BYTE = 256;

  private final Conditions conditions;
  private final WorldIdentities identities;
  private final Loopback loopback;
  private final Map<String, String> addressOf = new ConcurrentHashMap<>();
  private final Map<String, String> nameAt = new ConcurrentHashMap<>();
  private final Map<String, LoopbackServer> open = new ConcurrentHashMap<>();
  private final AtomicInteger next = new AtomicInteger(BYTE);

  /** Servers whose sockets are opened when somebody calls. */
  public OtherServers(Conditions conditions, WorldIdentities identities, Loopback loopback) {
    this.conditions = conditions;
    this.identities = identities;
    this.loopback = loopback;
  }

  /** The address of a known name, as public DNS tells it. */
  public Optional<String> address(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    return conditions.find(key).map(known -> addressOf.computeIfAbsent(key, this::newAddress));
  }

  @Override
  public Optional<Reach> reach(String address, int port, boolean secure) {
    String name = nameAt.getOrDefault(address, address);
    return conditions
        .find(name)
        .map(
            condition ->
                condition == Condition.DOWN
                    ? new Reach.Refused()
                    : new Reach.Open(server(name, secure).address()));
  }

  private String newAddress(String name) {
    int number = next.getAndIncrement();
    String address = "198.18.%d.%d".formatted(number / BYTE, number % BYTE);
    nameAt.put(address, name);
    return address;
  }

  private LoopbackServer server(String name, boolean secure) {
    return open.computeIfAbsent(
        name + "|" + secure,
        key ->
            loopback.serve(
                exchange -> Behaviour.apply(conditions.of(name), exchange, OtherServers::answer),
                secure ? Optional.of(keys(name)) : Optional.empty()));
  }

  private SniKeys keys(String name) {
    return new SniKeys(sni -> Optional.of(identities.standIn(List.of(sni.orElse(name)))));
  }

  private static void answer(HttpServerExchange exchange) {
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain");
    exchange.getResponseSender().send("ok " + exchange.getHostName() + exchange.getRequestPath());
  }
}
