package dev.lockstep.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.signal.Cause;
import dev.lockstep.signal.Estate;
import dev.lockstep.signal.Message;
import dev.lockstep.signal.MessageCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AlertIntakeTest {
  private final MemoryQueue queue = new MemoryQueue();
  private final RecordedLog log = new RecordedLog();
  private final AlertIntake intake = new AlertIntake(Estate.targets(), new Outbox(queue));

  @Test
  @DisplayName("an alert on a gateway signals its target")
  void fired() throws IOException {
    Reply reply =
        intake.take(EventIntakeTest.payload("alert.unhealthy-host-count.fired"), log.logger());

    assertThat(reply.status()).isEqualTo(202);
    assertThat(reply.body()).contains(Estate.EDGE.value()).contains("agw-edge-unhealthy-hosts");
    assertThat(queue.messages()).extracting(Message::target).containsExactly(Estate.EDGE);
    assertThat(queue.signals().get(0).cause().kind()).isEqualTo(Cause.Kind.ALERT);
  }

  @Test
  @DisplayName("however long its texts are, the message fits into a queue")
  void longTexts() throws IOException {
    JsonNode alert =
        new ObjectMapper().readTree(EventIntakeTest.payload("alert.unhealthy-host-count.fired"));
    ObjectNode essentials = (ObjectNode) alert.path("data").path("essentials");
    essentials.put("alertId", "i".repeat(70_000)).put("alertRule", "\u20ac\"".repeat(70_000));

    Reply reply = intake.take(alert.toString(), log.logger());

    assertThat(reply.status()).isEqualTo(202);
    assertThat(MessageCodec.encode(queue.messages().get(0)).getBytes(StandardCharsets.UTF_8))
        .hasSizeLessThan(8 * 1024);
  }

  @Test
  @DisplayName("an alert on something else is accepted and ignored")
  void elsewhere() throws IOException {
    String alert =
        EventIntakeTest.payload("alert.unhealthy-host-count.fired")
            .replace("agw-edge\"", "agw-x\"");

    Reply reply = intake.take(alert, log.logger());

    assertThat(reply.status()).isEqualTo(202);
    assertThat(reply.body()).contains("\"ignored\" : [ \"no target for /subscriptions/");
    assertThat(queue.messages()).isEmpty();
  }

  @Test
  @DisplayName("what is no alert is refused with field and remedy, and signals nothing")
  void refused() {
    Reply empty = intake.take("", log.logger());
    Reply text = intake.take("not json", log.logger());
    Reply other = intake.take("{\"schemaId\":\"Microsoft.Insights/activityLogs\"}", log.logger());

    assertThat(empty.status()).isEqualTo(400);
    assertThat(empty.body()).contains("the body is empty").contains("common alert schema");
    assertThat(text.status()).isEqualTo(400);
    assertThat(other.status()).isEqualTo(400);
    assertThat(other.body()).contains("\"field\" : \"schemaId\"").contains("action group");
    assertThat(queue.messages()).isEmpty();
  }
}
