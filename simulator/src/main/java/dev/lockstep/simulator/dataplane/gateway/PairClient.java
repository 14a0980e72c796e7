package dev.lockstep.simulator.dataplane.gateway;

import dev.lockstep.simulator.dataplane.net.Reach;
import dev.lockstep.simulator.dataplane.net.Upstream;
import dev.lockstep.simulator.dataplane.probe.HealthBook;
import dev.lockstep.simulator.dataplane.probe.TlsNames;
import dev.lockstep.simulator.dataplane.tls.BackendTrust;
import dev.lockstep.simulator.dns.Answer;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.proxy.ProxyCallback;
import io.undertow.server.handlers.proxy.ProxyClient;
import io.undertow.server.handlers.proxy.ProxyConnection;
import io.undertow.server.handlers.proxy.ProxyConnectionPool;
import io.undertow.util.AttachmentKey;
import io.undertow.util.Headers;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Finds a server of a pool for each request, in turn among those that are not known to be
 * unhealthy. Undertow asks once more when the first one fails.
 */
final class PairClient implements ProxyClient {
  private static final AttachmentKey<String> CLIENT_HOST = AttachmentKey.create(String.class);
  private static final ProxyTarget TARGET = new ProxyTarget() {};

  private final Live live;
  private final Backend backend;
  private final HealthBook health;
  private final AtomicInteger turn = new AtomicInteger();

  PairClient(Live live, Backend backend, HealthBook health) {
    this.live = live;
    this.backend = backend;
    this.health = health;
  }

  @Override
  public ProxyTarget findTarget(HttpServerExchange exchange) {
    return TARGET;
  }

  @Override
  public void getConnection(
      ProxyTarget target,
      HttpServerExchange exchange,
      ProxyCallback<ProxyConnection> callback,
      long timeout,
      TimeUnit unit) {
    List<Backend.Member> usable =
        backend.members().stream()
            .filter(member -> health.usable(backend.pair(), member.server()))
            .toList();
    if (usable.isEmpty()) {
      callback.couldNotResolveBackend(exchange);
      return;
    }
    Backend.Member member = usable.get(Math.floorMod(turn.getAndIncrement(), usable.size()));
    Optional<InetSocketAddress> socket = address(member).flatMap(this::dial);
    if (socket.isEmpty()) {
      callback.failed(exchange);
      return;
    }
    String host = backend.host(member, clientHost(exchange));
    exchange.getRequestHeaders().put(Headers.HOST, host);
    var counted = Meter.of(exchange).connecting(member.server(), callback);
    pool(socket.get(), host).connect(TARGET, exchange, counted, timeout, unit, false);
  }

  private Optional<String> address(Backend.Member member) {
    if (!member.isName()) {
      return Optional.of(member.server());
    }
    return live.answers().resolve(member.server()) instanceof Answer.Addresses found
        ? Optional.of(found.addresses().get(0))
        : Optional.empty();
  }

  private Optional<InetSocketAddress> dial(String address) {
    Reach reach =
        live.around()
            .fabric()
            .dial(live.config().subnet(), address, backend.port(), backend.https());
    return reach instanceof Reach.Open open ? Optional.of(open.loopback()) : Optional.empty();
  }

  private ProxyConnectionPool pool(InetSocketAddress socket, String host) {
    TlsNames names = TlsNames.of(backend.target(), host);
    Optional<BackendTrust> trust =
        backend.https()
            ? Optional.of(
                new BackendTrust(live.policy(backend), names.checked(), live.around()::now))
            : Optional.empty();
    return live.upstreams()
        .pool(
            socket,
            backend.pair().settings(),
            names.sent(),
            () -> new Upstream(socket, trust, names.sent()));
  }

  /** The host that the client asked for, also when the header was changed for a first server. */
  private static String clientHost(HttpServerExchange exchange) {
    if (exchange.getAttachment(CLIENT_HOST) == null) {
      exchange.putAttachment(CLIENT_HOST, exchange.getHostName());
    }
    return exchange.getAttachment(CLIENT_HOST);
  }
}
