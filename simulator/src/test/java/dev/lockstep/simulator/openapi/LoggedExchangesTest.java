package dev.lockstep.simulator.openapi;

import static dev.lockstep.simulator.TestAzure.GATEWAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.simulator.TestAzure;
import dev.lockstep.simulator.arm.ArmRequest;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.arm.ArmWitness;
import dev.lockstep.simulator.arm.ExchangeLog;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.token.Principals;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log of a simulator in another process is held to the specification like live exchanges. */
class LoggedExchangesTest {
  @TempDir Path folder;

  @Test
  void aTrueAnswerPassesAndABrokenOneIsFound() throws IOException {
    Path log = folder.resolve("exchanges.jsonl");
    TestAzure azure = new TestAzure();
    ArmResponse answer = azure.get(GATEWAY);
    ArmWitness witness = new ExchangeLog(log);

    witness.saw(request(""), answer);
    assertThat(LoggedExchanges.read(log).found()).isEmpty();
    assertThat(LoggedExchanges.read(log).operations()).containsExactly("ApplicationGateways_Get");

    String whole = Files.readString(log);
    Files.writeString(log, whole.replaceFirst("\"httpListeners\":", "\"httpListener\":"));
    LoggedExchanges broken = LoggedExchanges.read(log);
    assertThat(broken.count()).isOne();
    assertThat(broken.found()).singleElement().asString().contains("httpListener");
  }

  @Test
  void secretsOfRequestsStayOutOfTheLog() throws IOException {
    Path log = folder.resolve("exchanges.jsonl");
    TestAzure azure = new TestAzure();
    String body =
        "{\"properties\":{\"sslCertificates\":[{\"data\":\"c2VjcmV0\",\"password\":\"pw\"}]}}";

    new ExchangeLog(log).saw(request(body), azure.get(GATEWAY));

    assertThat(Files.readString(log)).doesNotContain("c2VjcmV0").doesNotContain("\"pw\"");
    assertThat(Json.parse(Files.readString(log).getBytes(StandardCharsets.UTF_8)).has("body"))
        .isTrue();
  }

  private static ArmRequest request(String body) {
    return new ArmRequest(
        "GET", "https://127.0.0.1:1", GATEWAY, Map.of(), Map.of(), body, Principals.OPERATOR);
  }
}
