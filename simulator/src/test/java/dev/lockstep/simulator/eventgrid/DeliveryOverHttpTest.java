package dev.lockstep.simulator.eventgrid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.simulator.event.SimulatedEvent;
import dev.lockstep.simulator.host.Eventually;
import dev.lockstep.simulator.storage.BlobStore;
import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Delivery over real sockets and real threads. */
class DeliveryOverHttpTest {
  private final ConcurrentLinkedQueue<String> bodies = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> outcomes = new ConcurrentLinkedQueue<>();
  private final RealTimeline time = new RealTimeline(Clock.systemUTC());
  private Undertow server;

  @BeforeEach
  void start() {
    server =
        Undertow.builder().addHttpListener(0, "127.0.0.1", this::answer).setIoThreads(1).build();
    server.start();
  }

  @AfterEach
  void stop() {
    time.close();
    server.stop();
  }

  private void answer(HttpServerExchange exchange) {
    if (exchange.getRequestMethod().toString().equals("OPTIONS")) {
      exchange.getResponseHeaders().put(new HttpString("WebHook-Allowed-Origin"), "*");
      exchange.endExchange();
    } else if (exchange.getQueryString().equals("silent")) {
      // Never answered: the exchange stays open.
      var unused = exchange.dispatch(exchange.getIoThread(), () -> {});
    } else {
      exchange
          .getRequestReceiver()
          .receiveFullString(
              (ex, body) -> {
                bodies.add(body);
                ex.setStatusCode(202).endExchange();
              });
    }
  }

  private EventGridDelivery service() {
    DeliveryObserver observer =
        new DeliveryObserver() {
          @Override
          public void delivered(String subscription, List<SimulatedEvent> events, int attempt) {
            outcomes.add(subscription + " delivered " + attempt);
          }

          @Override
          public void refused(
              String subscription, List<SimulatedEvent> events, int attempt, String outcome) {
            outcomes.add(subscription + " " + outcome);
          }
        };
    Webhook webhook = new HttpWebhook(HttpClient.newHttpClient(), Duration.ofSeconds(4));
    return new EventGridDelivery(
        time, webhook, new BlobStore(Clock.systemUTC()), DeliveryFaults.NONE, observer);
  }

  private URI hook(String query) {
    int port = ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
    return URI.create("http://127.0.0.1:" + port + "/hook?" + query);
  }

  private static EventSubscription cloud(String name, URI endpoint) {
    return EventSubscription.of(name, endpoint, EventSchema.CLOUD_EVENTS, EventFilter.ALL);
  }

  @Test
  void aSlowWebhookTimesOutAndHoldsNobodyUp() {
    EventGridDelivery service = service();
    assertThat(service.subscribe(cloud("slow", hook("silent"))))
        .isEqualTo(ProvisioningState.Succeeded);
    assertThat(service.subscribe(cloud("quick", hook("code=k"))))
        .isEqualTo(ProvisioningState.Succeeded);
    service.emit(Events.write("e1"));
    Eventually.holds("timed out", () -> outcomes.contains("slow TimedOut"));
    assertThat(outcomes).startsWith("quick delivered 1");
    assertThat(bodies).hasSize(1).first().asString().contains("\"id\":\"e1\"");
  }

  @Test
  void nobodyListeningIsASocketError() {
    URI dead = hook("code=k");
    server.stop();
    assertThat(service().subscribe(cloud("dead", dead))).isEqualTo(ProvisioningState.Failed);
    assertThat(
            new HttpWebhook(HttpClient.newHttpClient())
                .send(new WebhookCall("POST", dead, Map.of(), "[]")))
        .isEqualTo(WebhookAnswer.none("SocketError"));
  }
}
