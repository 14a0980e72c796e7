package dev.lockstep.simulator.agw;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;
import java.util.Optional;

/**
 * A probe speaks the protocol of the settings that use it (Azure/application-gateway-kubernetes-
 * ingress issue 851; the misspelled code is the real one).
 */
final class ProbeRule implements GatewayRule {
  private static final String SETTINGS = "backendHttpSettingsCollection";

  @Override
  public void check(Draft draft) {
    for (ObjectNode settings : Parts.of(draft.document(), SETTINGS)) {
      Optional<String> reference = Json.text(settings, "properties", "probe", "id");
      Optional<ObjectNode> probe =
          reference.flatMap(
              id -> Parts.named(draft.document(), "probes", id.substring(id.lastIndexOf('/') + 1)));
      if (probe.isPresent() && !protocol(probe.get()).equalsIgnoreCase(protocol(settings))) {
        throw GatewayRule.refusal(
            "ApplicationGatewayProbeProtocolMustMatchBackendHttpSettinsProtocol",
            "Probe %s protocol (%s) does not match Backend Http Setting %s protocol (%s)."
                .formatted(
                    draft.idOf("probes", probe.get()),
                    protocol(probe.get()),
                    draft.idOf(SETTINGS, settings),
                    protocol(settings)));
      }
    }
  }

  private static String protocol(ObjectNode element) {
    return Json.text(element, "properties", "protocol").orElse("Http");
  }
}
