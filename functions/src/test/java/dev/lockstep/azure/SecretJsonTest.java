package dev.lockstep.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;

class SecretJsonTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void theValueIsTakenOutAndTheRestIsStillTheAnswer() throws Exception {
    byte[] answer =
        bytes(
            """
            {"tags":{"value":"not \\"this\\""},"list":["value",{"value":1}],
             "value" : "MII\\/\\u002B=\\n-----",
             "id":"https://kv/secrets/value/1","attributes":{"enabled":true}}
            """);

    SecretJson parts = SecretJson.of(answer).orElseThrow();

    assertThat(text(parts.value())).isEqualTo("MII/+=\n-----");
    JsonNode rest = JSON.readTree(parts.rest());
    assertThat(rest.path("value").asText("none")).isEmpty();
    assertThat(rest.path("tags").path("value").asText()).isEqualTo("not \"this\"");
    assertThat(rest.path("attributes").path("enabled").asBoolean()).isTrue();
  }

  @Test
  void anAnswerWithoutAValueHasNoParts() {
    for (String other :
        new String[] {
          "",
          "{",
          "{}",
          "[]",
          "\"value\"",
          "{\"value\":1}",
          "{\"value\":null,\"x\":{\"value\":\"y\"}}"
        }) {
      assertThat(SecretJson.of(bytes(other))).isEqualTo(Optional.empty());
    }
  }

  @Property(tries = 200)
  void whateverAsciiTheValueIsItComesOutAsAParserWouldReadIt(
      @ForAll @CharRange(from = 1, to = 126) String value) throws Exception {
    ObjectNode answer = JSON.createObjectNode().put("id", value).put("value", value);

    SecretJson parts = SecretJson.of(JSON.writeValueAsBytes(answer)).orElseThrow();

    assertThat(text(parts.value())).isEqualTo(value);
    assertThat(JSON.readTree(parts.rest())).isEqualTo(answer.put("value", ""));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
