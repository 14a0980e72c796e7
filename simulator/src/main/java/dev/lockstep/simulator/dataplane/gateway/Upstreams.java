package dev.lockstep.simulator.dataplane.gateway;

import dev.lockstep.simulator.dataplane.net.Loopback;
import dev.lockstep.simulator.dataplane.net.Upstream;
import io.undertow.client.UndertowClient;
import io.undertow.server.handlers.proxy.ConnectionPoolManager;
import io.undertow.server.handlers.proxy.ProxyConnectionPool;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Connections to backends that one document of a gateway keeps, by socket, setting and name. When
 * they are old the next request shakes hands anew, without resumption.
 */
final class Upstreams implements AutoCloseable {
  private record Key(InetSocketAddress loopback, String settings, Optional<String> sni) {}

  private record Pool(ProxyConnectionPool connections, Instant since) {}

  private final Loopback loopback;
  private final Supplier<Instant> clock;
  private final Supplier<Duration> reuse;
  private final Map<Key, Pool> pools = new ConcurrentHashMap<>();

  Upstreams(Loopback loopback, Supplier<Instant> clock, Supplier<Duration> reuse) {
    this.loopback = loopback;
    this.clock = clock;
    this.reuse = reuse;
  }

  ProxyConnectionPool pool(
      InetSocketAddress socket,
      String settings,
      Optional<String> sni,
      Supplier<Upstream> upstream) {
    Key key = new Key(socket, settings, sni);
    Instant now = clock.get();
    Pool kept = pools.computeIfAbsent(key, absent -> new Pool(open(upstream.get()), now));
    if (kept.since().plus(reuse.get()).isAfter(now)) {
      return kept.connections();
    }
    Pool fresh = new Pool(open(upstream.get()), now);
    if (pools.replace(key, kept, fresh)) {
      kept.connections().close();
    }
    return pools.get(key).connections();
  }

  private ProxyConnectionPool open(Upstream upstream) {
    return new ProxyConnectionPool(
        new Limits(),
        upstream.uri(),
        upstream.tls(loopback.worker()).orElse(null),
        UndertowClient.getInstance(),
        upstream.options());
  }

  @Override
  public void close() {
    pools.values().forEach(pool -> pool.connections().close());
  }

  /** Whether a server is used is decided by probes, not by the pool. */
  private static final class Limits implements ConnectionPoolManager {
    private static final int CONNECTIONS = 10_000;
    private static final int IDLE = 16;
    private static final long IDLE_MILLIS = 30_000;

    @Override
    public int getProblemServerRetry() {
      return 0;
    }

    @Override
    public boolean isAvailable() {
      return true;
    }

    @Override
    public boolean handleError() {
      return true;
    }

    @Override
    public boolean clearError() {
      return true;
    }

    @Override
    public int getMaxConnections() {
      return CONNECTIONS;
    }

    @Override
    public int getMaxCachedConnections() {
      return IDLE;
    }

    @Override
    public int getSMaxConnections() {
      return 0;
    }

    @Override
    public long getTtl() {
      return IDLE_MILLIS;
    }

    @Override
    public int getMaxQueueSize() {
      return 0;
    }
  }
}
