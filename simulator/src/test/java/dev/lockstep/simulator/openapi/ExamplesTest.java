package dev.lockstep.simulator.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.simulator.SimulatorOptions;
import dev.lockstep.simulator.TestAzure;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.openapi.Examples.Example;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every official example of a PUT can be PUT, and what was sent can be read back. */
class ExamplesTest {
  /** Never told again. */
  private static final Set<String> WRITE_ONLY =
      Set.of("data", "password", "encodedCertificate", "certificatePassword");

  static List<Example> examples() {
    return Examples.all();
  }

  @Test
  void thereAreExamplesOfEveryKind() {
    assertThat(examples()).hasSizeGreaterThan(30);
    assertThat(examples())
        .extracting(Example::path)
        .anyMatch(path -> path.contains("/applicationGateways/"))
        .anyMatch(path -> path.contains("/privateDnsZones/"))
        .anyMatch(path -> path.contains("/dnsZones/"))
        .anyMatch(path -> path.contains("/Microsoft.ApiManagement/service/"))
        .anyMatch(path -> path.contains("/subnets/"));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void canBePutAndReadBack(Example example) {
    TestAzure azure = new TestAzure(SimulatorOptions.DEFAULT.withEmpty(true));
    new Ground(azure).lay(example.path(), example.body());
    String url = example.path() + "?api-version=" + example.apiVersion();
    ArmResponse put = azure.put(url, example.body());
    assertThat(put.status()).as(put.toString()).isIn(200, 201, 202);
    azure.finish();
    assertHolds(azure.read(url), example.body(), "");
    if (!example.path().contains("/vaults/")) {
      // Vaults have another document for requests.
      assertThat(azure.put(url, azure.read(url)).status())
          .as("what was read, sent back")
          .isLessThan(300);
    }
  }

  private static void assertHolds(JsonNode shown, JsonNode sent, String at) {
    if (sent.isObject()) {
      for (var field : sent.properties()) {
        if (!WRITE_ONLY.contains(field.getKey()) && !field.getValue().isNull()) {
          assertHolds(shown.path(field.getKey()), field.getValue(), at + "/" + field.getKey());
        }
      }
    } else if (sent.isArray()) {
      for (JsonNode element : sent) {
        assertThat(shown).as(at).anySatisfy(one -> assertHolds(one, element, at + "/*"));
      }
    } else {
      assertThat(plain(shown, at)).as(at).isEqualTo(plain(sent, at));
    }
  }

  /** Regions may be shown by their display name. */
  private static String plain(JsonNode value, String at) {
    String text = value.asText("");
    return at.endsWith("location") ? text.replace(" ", "").toLowerCase(Locale.ROOT) : text;
  }
}
