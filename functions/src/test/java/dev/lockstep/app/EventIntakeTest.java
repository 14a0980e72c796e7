package dev.lockstep.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.model.TargetId;
import dev.lockstep.port.StorageFailure;
import dev.lockstep.signal.Cause;
import dev.lockstep.signal.CertificateUse;
import dev.lockstep.signal.Estate;
import dev.lockstep.signal.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EventIntakeTest {
  private final MemoryQueue queue = new MemoryQueue();
  private final RecordedLog log = new RecordedLog();
  private final EventIntake intake =
      new EventIntake(
          Estate.targets(), CertificateUse.UNKNOWN, new Outbox(queue), resource -> false);

  @Test
  @DisplayName("a domain added to the service signals every target that publishes it")
  void serviceWrite() throws IOException {
    intake.take(payload("resource-write-success.apim-service.eventgrid"), log.logger());

    assertThat(queue.messages())
        .extracting(Message::target)
        .containsExactly(Estate.EDGE, Estate.INNER);
    Cause cause = queue.signals().get(0).cause();
    assertThat(cause.kind()).isEqualTo(Cause.Kind.SERVICE_CHANGED);
    assertThat(cause.detail()).startsWith("Microsoft.ApiManagement/service/write succeeded: /subs");
    assertThat(cause.actor()).contains("55555555-5555-5555-5555-555555555555");
    assertThat(cause.eventId()).contains("a1b2c3d4-0000-4000-8000-000000000001");
    assertThat(log.lines()).hasSize(2).allMatch(line -> line.startsWith("signal sent target="));
  }

  @Test
  @DisplayName("our own read of backend health is ignored, and the log says why")
  void backendHealth() throws IOException {
    intake.take(
        payload("resource-action-success.application-gateway-backendhealth.cloudevent"),
        log.logger());

    assertThat(queue.messages()).isEmpty();
    assertThat(log.lines()).singleElement().asString().startsWith("event ignored reason=");
  }

  @Test
  @DisplayName("several events about one target become one signal for each kind of cause")
  void coalesced() throws IOException {
    String gateway = single("resource-write-success.application-gateway.eventgrid");
    String failure = single("resource-write-failure.application-gateway.eventgrid");
    String record = single("resource-write-success.private-dns-a.eventgrid");

    intake.take("[" + String.join(",", gateway, failure, record) + "]", log.logger());

    assertThat(queue.signals())
        .extracting(Message.Signal::target, signal -> signal.cause().kind())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Estate.EDGE, Cause.Kind.GATEWAY_CHANGED),
            org.assertj.core.groups.Tuple.tuple(Estate.EDGE, Cause.Kind.RECORD_CHANGED));
  }

  @Test
  @DisplayName("a bad event is announced and its neighbours are taken in")
  void badNeighbour() throws IOException {
    String good = single("resource-write-success.application-gateway.eventgrid");

    intake.take("[{\"eventType\":\"x\"}," + good + "]", log.logger());

    assertThat(queue.messages()).extracting(Message::target).containsExactly(Estate.EDGE);
    assertThat(log.errors())
        .hasSize(5)
        .allMatch(line -> line.startsWith("event unreadable field=[0]."))
        .allMatch(line -> line.contains("remedy="));
  }

  @Test
  @DisplayName("a service that no binding names is told, and that nothing comes of it yet")
  void discovery() throws IOException {
    String elsewhere =
        payload("resource-write-success.apim-service.cloudevent")
            .replace("apim-contoso", "apim-new");

    intake.take(elsewhere, log.logger());

    assertThat(queue.messages()).isEmpty();
    assertThat(log.lines())
        .singleElement()
        .asString()
        .startsWith("discovered resource=")
        .contains("discovery.services");
  }

  @Test
  @DisplayName("when the queue fails the delivery fails, after every other signal was sent")
  void queueFails() throws IOException {
    queue.refuse(Estate.EDGE.value());
    String event = payload("resource-write-success.apim-service.eventgrid");

    assertThatThrownBy(() -> intake.take(event, log.logger())).isInstanceOf(StorageFailure.class);
    List<TargetId> sent = queue.messages().stream().map(Message::target).toList();
    assertThat(sent).containsExactly(Estate.INNER);
  }

  private static String single(String name) throws IOException {
    String array = payload(name).strip();
    return array.substring(1, array.length() - 1);
  }

  static String payload(String name) throws IOException {
    try (InputStream in =
        EventIntakeTest.class.getResourceAsStream("/events/derived/" + name + ".json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
