package dev.lockstep.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.port.StorageFailure;
import dev.lockstep.signal.InputProblem;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EdgeTest {
  private static App misconfigured() {
    throw new ConfigurationInvalid(
        List.of(
            new InputProblem("LOCKSTEP_BINDINGS", "is not JSON", "quote it"),
            new InputProblem("LOCKSTEP_CLOUD", "is 'Mars'", "use AzurePublic")));
  }

  private static App broken() {
    throw new IllegalStateException("secret detail");
  }

  private static App withoutStorage() {
    throw new StorageFailure("no answer");
  }

  private final RecordedLog log = new RecordedLog();

  @Test
  @DisplayName("a configuration error is answered by name, one log line for each problem")
  void configuration() {
    Reply reply =
        Edge.answer(EdgeTest::misconfigured, app -> Reply.text(200, ""), "run-1", log.logger());

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.body())
        .contains("\"error\" : \"configurationInvalid\"", "LOCKSTEP_BINDINGS", "use AzurePublic");
    assertThat(log.errors())
        .containsExactly(
            "configuration invalid field=LOCKSTEP_BINDINGS problem=\"is not JSON\" remedy=\"quote it\"",
            "configuration invalid field=LOCKSTEP_CLOUD problem=\"is 'Mars'\" remedy=\"use AzurePublic\"");
    assertThat(log.hasStackTrace()).isFalse();
  }

  @Test
  @DisplayName("work that nobody waits for is thrown back to the host, so that nothing is lost")
  void configurationOfWork() {
    assertThatThrownBy(() -> Edge.work(EdgeTest::misconfigured, app -> {}, log.logger()))
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessageContaining("LOCKSTEP_CLOUD: is 'Mars'; use AzurePublic");
    assertThat(log.errors()).hasSize(2);
  }

  @Test
  @DisplayName("a defect is answered without detail and found in the log by its run")
  void defect() {
    Reply reply = Edge.answer(EdgeTest::broken, app -> Reply.text(200, ""), "run-1", log.logger());

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.body()).contains("internal", "run-1").doesNotContain("secret");
    assertThat(log.errors())
        .singleElement()
        .asString()
        .startsWith(
            "internal error run=run-1 error=\"java.lang.IllegalStateException: secret detail\" at=dev.lockstep.app.EdgeTest.broken(");
  }

  @Test
  @DisplayName("when storage does not answer the caller is told to call again")
  void storage() {
    Reply reply =
        Edge.answer(EdgeTest::withoutStorage, app -> Reply.text(200, ""), "run-1", log.logger());

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.body()).contains("storageUnavailable", "call again");
  }

  @Test
  @DisplayName("liveness says nothing of why not")
  void liveness() {
    assertThat(Edge.liveness(EdgeTest::misconfigured).status()).isEqualTo(503);
    assertThat(Edge.liveness(EdgeTest::broken).body())
        .isEqualTo("{\n  \"status\" : \"unavailable\"\n}\n");
  }
}
