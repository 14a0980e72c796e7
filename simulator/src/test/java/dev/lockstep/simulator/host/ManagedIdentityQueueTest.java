package dev.lockstep.simulator.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.simulator.storage.LoopbackStorage;
import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagedIdentityQueueTest {
  private static final String TOKEN = "token-of-the-identity";

  @TempDir private Path folder;
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void theIdentityIsAskedOnceAndItsTokenOpensTheQueue() throws Exception {
    Undertow identity = Undertow.builder().addHttpListener(0, "127.0.0.1", this::token).build();
    identity.start();
    int port = ((InetSocketAddress) identity.getListenerInfo().get(0).getAddress()).getPort();
    try (LoopbackStorage storage = LoopbackStorage.start(Clock.systemUTC(), TOKEN::equals)) {
      Map<String, String> settings =
          Map.of(
              "SAMPLE_QUEUE", "by-identity",
              "Sample__queueServiceUri", storage.account().queueEndpoint() + "/",
              "Sample__clientId", "client-1",
              "IDENTITY_ENDPOINT", "http://127.0.0.1:" + port + "/msi/token",
              "IDENTITY_HEADER", "secret-header");
      StagedApp app =
          StagedApp.in(folder)
              .queue()
              .host(
                  "{\"version\":\"2.0\",\"extensions\":{\"queues\":{\"messageEncoding\":\"none\","
                      + "\"maxPollingInterval\":\"00:00:00.200\"}}}");
      try (RunningHost host = new RunningHost(app, settings)) {
        var queues = storage.server().queues();
        Eventually.holds("queue exists", () -> queues.find("by-identity").isPresent());
        var unused = queues.queue("by-identity").put("plain", Duration.ZERO, Optional.empty());
        host.lines.await("done <plain>");
        Eventually.holds("deleted", () -> queues.queue("by-identity").approximateCount() == 0);
        assertThat(asked).hasValue(1);
        assertThat(host.lines.all()).noneMatch(line -> line.contains(TOKEN));
      }
    } finally {
      identity.stop();
    }
  }

  private void token(HttpServerExchange exchange) {
    boolean right =
        exchange.getRequestHeaders().getFirst("X-IDENTITY-HEADER").equals("secret-header")
            && exchange
                .getQueryString()
                .equals(
                    "api-version=2019-08-01&resource=https%3A%2F%2Fstorage.azure.com"
                        + "&client_id=client-1");
    asked.incrementAndGet();
    exchange.setStatusCode(right ? 200 : 400);
    exchange.getResponseHeaders().put(new HttpString("Content-Type"), "application/json");
    long end = Clock.systemUTC().instant().plusSeconds(3600).getEpochSecond();
    exchange
        .getResponseSender()
        .send("{\"access_token\":\"" + TOKEN + "\",\"expires_on\":\"" + end + "\"}");
  }
}
