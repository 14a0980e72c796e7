package dev.lockstep.simulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.fault.Effect;
import dev.lockstep.simulator.fault.Strike;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.json.MergePatch;
import dev.lockstep.simulator.token.Principals;
import dev.lockstep.simulator.world.ResourceId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A colleague who writes the resource of somebody's request at the worst moment: reads it whole and
 * writes it back whole, as the portal does.
 */
final class ConcurrentWriter {
  private static final String PORTAL = "https://management.azure.com";

  private final Function<ArmRequest, ArmResponse> arm;

  /** Writes through ARM. */
  ConcurrentWriter(Function<ArmRequest, ArmResponse> arm) {
    this.arm = arm;
  }

  /** Writes once for each strike. A resource that does not exist yet is left alone. */
  void write(ArmRequest request, ResourceId id, List<Strike> strikes) {
    for (Strike strike : strikes) {
      ArmResponse read = arm.apply(portal("GET", request, id, ""));
      if (read.status() == 200
          && read.body().orElse(Json.array()) instanceof ObjectNode document
          && strike.effect() instanceof Effect.Write write) {
        ObjectNode changed =
            write
                .patch()
                .map(patch -> (ObjectNode) MergePatch.apply(document, patch))
                .orElseGet(() -> touched(id, document, strike));
        var unused = arm.apply(portal("PUT", request, id, text(changed)));
      }
    }
  }

  /** A change that the type takes: a pool of a gateway, metadata of a record set, else a tag. */
  private static ObjectNode touched(ResourceId id, ObjectNode document, Strike strike) {
    ObjectNode changed = document.deepCopy();
    String name = "colleague-%d-%d".formatted(strike.rule(), strike.count());
    ObjectNode properties = Json.child(changed, "properties");
    if (id.type().equalsIgnoreCase("Microsoft.Network/applicationGateways")) {
      ObjectNode pool = properties.withArray("backendAddressPools").addObject();
      pool.put("name", name).putObject("properties").putArray("backendAddresses");
    } else if (id.segments().size() > 1) {
      properties.withObject("/metadata").put("touched", name);
    } else {
      changed.withObject("/tags").put("touched", name);
    }
    return changed;
  }

  private static ArmRequest portal(String method, ArmRequest like, ResourceId id, String body) {
    return new ArmRequest(
        method,
        PORTAL,
        id.toString(),
        Map.of("api-version", like.apiVersion().orElse("")),
        Map.of(),
        body,
        Principals.COLLEAGUE);
  }

  private static String text(ObjectNode body) {
    return new String(Json.bytes(body), StandardCharsets.UTF_8);
  }
}
