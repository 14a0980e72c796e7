package dev.lockstep.simulator.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.Reference;
import dev.lockstep.simulator.SimulatorOptions;
import dev.lockstep.simulator.TestAzure;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The recorded answers, asked for again: same status, every recorded key at every depth and every
 * recorded header of the service.
 */
class RecordedShapeTest {
  /** Headers of the transport, of the recorders, and counts of throttling models since changed. */
  private static final Set<String> NOT_OURS =
      Set.of(
          "date",
          "server",
          "content-length",
          "content-type",
          "transfer-encoding",
          "vary",
          "retry-after",
          "x-ms-arm-service-request-id");

  /** Who wrote a service and when; network cards in pools: neither is simulated. */
  private static final Pattern NOT_SIMULATED =
      Pattern.compile("(/value/\\*)?/systemData.*|.*/servers/\\*/ipConfiguration.*");

  static Stream<String> recordings() {
    return Recordings.SINGLE.stream();
  }

  @ParameterizedTest
  @MethodSource("recordings")
  @OutsideSpecification("old recordings know values that newer files do not")
  void isAnsweredLikeTheRecording(String name) {
    JsonNode recorded = Reference.file(name).path("response");
    ArmResponse answer = Replay.of(name);
    assertThat(answer.status()).isEqualTo(recorded.path("status").asInt());
    assertThat(keys(answer.body().orElse(Json.object()))).containsAll(keys(recorded.path("body")));
    List<String> headers = answer.headers().keySet().stream().map(String::toLowerCase).toList();
    assertThat(headers).containsAll(theirs(recorded.path("headers")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c7n-agw-list-and-wafpolicy.cassette.json",
        "c7n-agw-list-v1.cassette.json",
        "c7n-apim-list-2021-08-01.cassette.json",
        "c7n-dnszone-list.cassette.json",
        "c7n-nsg-list.cassette.json",
        "c7n-publicip-list.cassette.json"
      })
  @OutsideSpecification("old recordings know values that newer files do not")
  void isListedLikeTheRecording(String name) {
    TestAzure azure = new TestAzure(SimulatorOptions.DEFAULT.withEmpty(true));
    for (ObjectNode interaction : Json.objects(Reference.file(name), "interactions")) {
      String uri = interaction.at("/request/uri").asText();
      if (uri.contains("/certificates?")) {
        continue;
      }
      JsonNode page = Replay.moved(interaction.at("/response/body/data"));
      page.path("value").forEach(one -> Replay.put(azure, uri, (ObjectNode) one));
      ObjectNode listed = azure.read(Replay.moved(uri));
      assertThat(listed.path("value")).hasSizeGreaterThanOrEqualTo(page.path("value").size());
      assertThat(keys(listed)).containsAll(keys(page));
    }
  }

  private static Set<String> theirs(JsonNode headers) {
    Set<String> names = new TreeSet<>();
    headers.properties().stream()
        .map(Map.Entry::getKey)
        .filter(name -> !NOT_OURS.contains(name) && !name.startsWith("x-ms-ratelimit"))
        .forEach(names::add);
    return names;
  }

  private static Set<String> keys(JsonNode node) {
    Set<String> keys = new TreeSet<>();
    collect(node, "", keys);
    return keys;
  }

  private static void collect(JsonNode node, String at, Set<String> keys) {
    node.properties()
        .forEach(
            field -> {
              // Keys of maps are data.
              boolean map = at.endsWith("/tags") || at.endsWith("/userAssignedIdentities");
              String next = at + "/" + (map ? "{}" : field.getKey());
              if (!NOT_SIMULATED.matcher(next).matches()) {
                keys.add(next);
              }
              collect(field.getValue(), next, keys);
            });
    if (node.isArray()) {
      node.forEach(element -> collect(element, at + "/*", keys));
    }
  }
}
