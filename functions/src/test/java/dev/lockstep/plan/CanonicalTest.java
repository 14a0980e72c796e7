package dev.lockstep.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  // Hashes of these texts stand in owner records: a text that changes makes every element differ.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|{}",
        "[]|[]",
        "\"A\"|\"A\"",
        "1.50|1.5",
        "null|null",
        "{\"b\":1,\"a\":{\"d\":true,\"c\":\"X\"}}|{a={c=\"X\", d=true}, b=1}",
        "{\"list\":[\"b\",{\"z\":1,\"y\":[]},\"a\"]}|{list=[\"a\", \"b\", {y=[], z=1}]}",
        "{\"id\":\"/Sub/X\",\"ref\":{\"id\":\"/Y\",\"name\":\"N\"}}|{id=\"/sub/x\", ref={id=\"/y\", name=\"N\"}}"
      })
  void theTextIsSortedAtEveryDepthAndIdsHaveNoCase(String json, String text)
      throws JsonProcessingException {
    assertThat(Canonical.text(JSON.readTree(json))).isEqualTo(text);
  }

  @Test
  void whatIsCalledIdHasNoCaseAtAPathEither() {
    assertThat(Canonical.text("properties.probe.id", JSON.getNodeFactory().textNode("/X")))
        .isEqualTo("\"/x\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "plain ~ text!", "a\"b", "back\\slash", "tab\t", "\u007f", "ü", "\u2028"})
  void aTextIsWrittenAsJsonWritesIt(String text) {
    JsonNode node = JSON.getNodeFactory().textNode(text);

    assertThat(Canonical.text(node)).isEqualTo(node.toString());
  }
}
