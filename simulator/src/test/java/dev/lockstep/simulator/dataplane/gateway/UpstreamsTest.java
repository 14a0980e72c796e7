package dev.lockstep.simulator.dataplane.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.simulator.dataplane.net.Loopback;
import dev.lockstep.simulator.dataplane.net.Upstream;
import io.undertow.server.handlers.proxy.ProxyConnectionPool;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class UpstreamsTest {
  private static final InetSocketAddress SOCKET =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));

  @Test
  void connectionsAreUsedAgainForAWhileAndThenMadeAnew() {
    try (Loopback loopback = Loopback.open();
        Upstreams upstreams = new Upstreams(loopback, now::get, () -> Duration.ofSeconds(1))) {
      ProxyConnectionPool first = pool(upstreams);
      pass(999);
      assertThat(pool(upstreams)).isSameAs(first);
      pass(1);
      ProxyConnectionPool second = pool(upstreams);
      assertThat(second).isNotSameAs(first);
      pass(999);
      assertThat(pool(upstreams)).isSameAs(second);
    }
  }

  private static ProxyConnectionPool pool(Upstreams upstreams) {
    return upstreams.pool(
        SOCKET,
        "settings",
        Optional.empty(),
        () -> new Upstream(SOCKET, Optional.empty(), Optional.empty()));
  }

  private void pass(long millis) {
    now.updateAndGet(before -> before.plusMillis(millis));
  }
}
