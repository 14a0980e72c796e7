package dev.lockstep.simulator.agw;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.Reference;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.ResourceId;
import dev.lockstep.simulator.world.Resources;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewTest {
  /**
   * What was recorded is taken in, shown again, and is the same but for what newer versions add.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "agw-v1-complex-probes-multisite.get.200.json",
        "agw-v1-redirects-authcerts.get.200.json",
        "agw-v1-urlpathmap.get.200.json",
        "agw-v2-keyvault-secret.get.200.json",
        "agw-v2-keyvault-secret.put-update.200.json",
        "agw-v2-trustedroot.get.200.json",
        "agw-v2-waf.get.200.json",
        "agw-v2-waf.put-create.201.json",
        "agw-v2-waf.put-update.200.json"
      })
  void showsRecordedGatewaysAsTheyWere(String file) {
    ObjectNode recorded = Reference.recorded(file);
    Resources resources = new Resources();
    ObjectNode shown = View.of(gateway(recorded, recorded), resources);
    shown.set("identity", recorded.path("identity"));
    if (!recorded.has("identity")) {
      shown.remove("identity");
    }
    dropEmptyArraysThatAreNotIn(shown, recorded);
    assertThat(shown).isEqualTo(recorded);
  }

  @Test
  void takingInItsOwnAnswerChangesNothing() {
    ObjectNode shared = (ObjectNode) Reference.file("agw-shared-apim-and-foreign.get.json");
    ObjectNode once = Intake.accept(shared, Optional.empty());
    ObjectNode shown = View.of(gateway(shared, shared), new Resources());
    assertThat(Intake.accept(shown, Optional.of(once))).isEqualTo(once);
  }

  @Test
  void keepsPropertiesThatItDoesNotKnowAtEveryDepth() {
    ObjectNode body = (ObjectNode) Reference.file("agw-shared-apim-and-foreign.get.json");
    Json.child(body, "properties").put("fromTheFuture", 1);
    ObjectNode probe = Parts.of(body, "probes").get(0);
    Json.child(probe, "properties").putObject("newThing").put("deep", "1.50");
    probe.put("besideProperties", true);
    Json.child(body, "properties")
        .putArray("newCollections")
        .addObject()
        .put("name", "one")
        .putObject("properties")
        .put("x", 1);

    ObjectNode shown = View.of(gateway(body, body), new Resources());

    assertThat(shown.path("properties").path("fromTheFuture").asInt()).isEqualTo(1);
    ObjectNode again = Parts.of(shown, "probes").get(0);
    assertThat(again.path("properties").path("newThing").path("deep").asText()).isEqualTo("1.50");
    assertThat(again.path("besideProperties").asBoolean()).isTrue();
    assertThat(Parts.of(shown, "newCollections").get(0).path("properties").path("x").asInt())
        .isEqualTo(1);
  }

  private static Gateway gateway(ObjectNode body, ObjectNode like) {
    JsonNode properties = like.path("properties");
    return new Gateway(
        ResourceId.of(like.path("id").asText()),
        Intake.accept(body, Optional.empty()),
        like.path("etag").asText(),
        properties.path("provisioningState").asText(),
        properties.path("operationalState").asText(),
        properties.path("resourceGuid").asText(),
        Provenance.NONE,
        Optional.empty());
  }

  private static void dropEmptyArraysThatAreNotIn(JsonNode shown, JsonNode recorded) {
    if (shown instanceof ObjectNode object) {
      List<String> names = object.properties().stream().map(Map.Entry::getKey).toList();
      for (String name : names) {
        if (object.get(name).isArray() && object.get(name).isEmpty() && !recorded.has(name)) {
          object.remove(name);
        } else {
          dropEmptyArraysThatAreNotIn(object.get(name), recorded.path(name));
        }
      }
    } else {
      for (int i = 0; i < shown.size(); i++) {
        dropEmptyArraysThatAreNotIn(shown.get(i), recorded.path(i));
      }
    }
  }
}
