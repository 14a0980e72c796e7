package dev.lockstep.simulator.agw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;
import java.util.List;

/**
 * Host names are given in one way only: by name or picked, one or several (Microsoft Learn,
 * configuration-http-settings, application-gateway-probe-overview, multiple-site-overview). No
 * source gives codes or texts.
 */
final class ChoiceRule implements GatewayRule {
  private record Choice(String collection, String one, String other, String code) {}

  private static final List<Choice> CHOICES =
      List.of(
          new Choice(
              "backendHttpSettingsCollection",
              "hostName",
              "pickHostNameFromBackendAddress",
              "ApplicationGatewayBackendHttpSettingsHostNameFieldConflict"),
          new Choice(
              "probes",
              "host",
              "pickHostNameFromBackendHttpSettings",
              "ApplicationGatewayProbeHostFieldConflict"),
          new Choice(
              "httpListeners",
              "hostName",
              "hostNames",
              "ApplicationGatewayHttpListenerHostNameFieldConflict"));

  @Override
  public void check(Draft draft) {
    for (Choice choice : CHOICES) {
      for (ObjectNode element : Parts.of(draft.document(), choice.collection())) {
        boolean one =
            Json.text(element, "properties", choice.one()).filter(t -> !t.isEmpty()).isPresent();
        if (one && chosen(element.path("properties").path(choice.other()))) {
          throw GatewayRule.refusal(
              choice.code(),
              "Only one of %s and %s can be specified for %s."
                  .formatted(
                      choice.one(), choice.other(), draft.idOf(choice.collection(), element)));
        }
      }
    }
  }

  private static boolean chosen(JsonNode value) {
    return value.asBoolean() || (value.isArray() && !value.isEmpty());
  }
}
