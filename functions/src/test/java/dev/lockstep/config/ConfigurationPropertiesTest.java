package dev.lockstep.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in the setting, the answer is a configuration or a list of problems. */
class ConfigurationPropertiesTest {
  @Property(tries = 500)
  void aDamagedTextGivesProblemsAndNothingElse(@ForAll(supplier = BindingTexts.class) String text) {
    parsed(text);
  }

  @Property(tries = 300)
  void anyTextGivesProblemsAndNothingElse(@ForAll String text) {
    parsed(text);
  }

  @Property(tries = 500)
  void aSecretInTheWrongPlaceIsNeverRepeated(
      @ForAll("secrets") String secret, @ForAll Random random) throws JsonProcessingException {
    JsonNode root = new ObjectMapper().readTree(Samples.everyProperty());
    BindingTexts.damage(root, random, TextNode.valueOf(secret));

    assertThat(parsed(root.toString())).doesNotContain(secret);
  }

  /** Everything that is said about a text; empty when it is a configuration. */
  private static String parsed(String text) {
    try {
      Configuration.parse(text, "vault.azure.net");
      return "";
    } catch (ConfigurationProblems e) {
      assertThat(e.problems())
          .isNotEmpty()
          .allSatisfy(
              problem -> {
                assertThat(problem.path()).isNotEmpty();
                assertThat(problem.message()).isNotBlank();
                assertThat(problem.remedy()).isNotBlank();
              });
      return e.getMessage();
    }
  }

  @Provide
  Arbitrary<String> secrets() {
    Arbitrary<String> base64 =
        Arbitraries.strings().alpha().numeric().ofLength(60).map(text -> "aB3" + text + "==");
    return Arbitraries.oneOf(
        base64,
        base64.map(key -> "DefaultEndpointsProtocol=https;AccountName=st;AccountKey=" + key),
        base64.map(key -> "https://st.blob.core.windows.net/c/b?sv=2024-01-01&sig=" + key),
        base64.map(key -> "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----"),
        base64.map(key -> "Bearer " + key),
        base64.map(key -> "eyJhbGciOiJSUzI1NiJ9." + key),
        Arbitraries.of("password=hunter2", "Abc8Q~xYz_1234567890abcdefghijklmnopqrst"));
  }
}
