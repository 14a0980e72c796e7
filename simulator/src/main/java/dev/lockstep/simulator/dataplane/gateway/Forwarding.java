package dev.lockstep.simulator.dataplane.gateway;

import dev.lockstep.simulator.dataplane.probe.HealthBook;
import dev.lockstep.simulator.dataplane.probe.Pair;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.proxy.ProxyHandler;
import io.undertow.util.HttpString;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Hands requests to pools. */
final class Forwarding {
  private static final HttpString ORIGINAL_HOST = new HttpString("X-Original-Host");

  private final Live live;
  private final Map<Pair, ProxyHandler> proxies = new HashMap<>();

  Forwarding(Live live, HealthBook health) {
    this.live = live;
    live.config().backends().forEach((pair, backend) -> proxies.put(pair, proxy(backend, health)));
  }

  /**
   * Forwards a request.
   *
   * @param matched part of the path that a path rule matched; empty text without one
   */
  void forward(HttpServerExchange exchange, Pair pair, String matched) throws Exception {
    Backend backend = live.config().backends().get(pair);
    Meter.of(exchange).forPair(pair);
    exchange.addDefaultResponseListener(ErrorPage::insteadOf);
    exchange.getRequestHeaders().put(ORIGINAL_HOST, exchange.getHostName());
    exchange.setRequestURI(backend.path(exchange.getRequestURI(), matched));
    Optional.ofNullable(proxies.get(pair)).orElseThrow().handleRequest(exchange);
  }

  private ProxyHandler proxy(Backend backend, HealthBook health) {
    return ProxyHandler.builder()
        .setProxyClient(new PairClient(live, backend, health))
        .setMaxRequestTime(Math.toIntExact(backend.requestTimeout().toMillis()))
        .setMaxConnectionRetries(1)
        .build();
  }
}
