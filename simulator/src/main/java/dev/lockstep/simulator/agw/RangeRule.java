package dev.lockstep.simulator.agw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;
import java.util.List;

/**
 * Numbers stay in their ranges: Microsoft Learn, application-gateway-probe-overview and
 * configuration-http-settings, and the OpenAPI file. Numbers of probes may be 0 as well (recording
 * agw-v1-complex-probes-multisite). The code and the text are published for the threshold
 * (Azure/application-gateway-kubernetes-ingress pull request 867); the others follow them.
 */
final class RangeRule implements GatewayRule {
  private record Range(String collection, List<String> path, String what, int least, int most) {
    String code() {
      return "ApplicationGateway" + what.split(":", -1)[0] + "IsInvalid";
    }

    String words() {
      return what.split(":", -1)[1];
    }
  }

  private static final int DAY = 86400;
  private static final String SETTINGS = "backendHttpSettingsCollection";

  private static final List<Range> RANGES =
      List.of(
          of("probes", "interval", "ProbeInterval:Interval", 0, DAY),
          of("probes", "timeout", "ProbeTimeout:Timeout", 0, DAY),
          of("probes", "unhealthyThreshold", "ProbeUnhealthyThreshold:Unhealthy threshold", 0, 20),
          of("probes", "port", "ProbePort:Port", 1, 65535),
          of(SETTINGS, "port", "BackendHttpSettingsPort:Port", 1, 65535),
          of(
              SETTINGS,
              "requestTimeout",
              "BackendHttpSettingsRequestTimeout:Request timeout",
              1,
              DAY),
          of(
              SETTINGS,
              "connectionDraining/drainTimeoutInSec",
              "BackendHttpSettingsDrainTimeout:Drain timeout",
              1,
              3600),
          of("frontendPorts", "port", "FrontendPort:Port", 1, 65535));

  @Override
  public void check(Draft draft) {
    for (Range range : RANGES) {
      for (ObjectNode element : Parts.of(draft.document(), range.collection())) {
        JsonNode value = Json.at(element.path("properties"), range.path().toArray(String[]::new));
        if (!value.isMissingNode() && !within(value, range)) {
          throw GatewayRule.refusal(
              range.code(),
              "%s specified for %s %s is not valid. Supported range is [%d, %d]."
                  .formatted(
                      range.words(),
                      kind(range.collection()),
                      draft.idOf(range.collection(), element),
                      range.least(),
                      range.most()));
        }
      }
    }
  }

  private static boolean within(JsonNode value, Range range) {
    return value.isIntegralNumber()
        && value.canConvertToInt()
        && value.intValue() >= range.least()
        && value.intValue() <= range.most();
  }

  private static String kind(String collection) {
    return switch (collection) {
      case "probes" -> "Probe";
      case "frontendPorts" -> "Frontend Port";
      default -> "Backend Http Setting";
    };
  }

  private static Range of(String collection, String path, String what, int least, int most) {
    return new Range(collection, List.of(path.split("/", -1)), what, least, most);
  }
}
