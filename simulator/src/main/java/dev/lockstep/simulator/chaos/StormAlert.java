package dev.lockstep.simulator.chaos;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.ResourceId;
import java.time.Instant;

/**
 * An alert on unhealthy hosts in the common alert schema (Microsoft Learn, alerts-common-schema).
 */
final class StormAlert {
  private StormAlert() {}

  static ObjectNode of(ResourceId gateway, boolean fired, Instant now, String id) {
    ObjectNode alert = Json.object().put("schemaId", "azureMonitorCommonAlertSchema");
    ObjectNode essentials = alert.putObject("data").putObject("essentials");
    essentials.put("alertId", gateway + "/providers/Microsoft.AlertsManagement/alerts/" + id);
    essentials.put("alertRule", gateway.name() + "-unhealthy-hosts");
    essentials.put("severity", "Sev1");
    essentials.put("signalType", "Metric");
    essentials.put("monitorCondition", fired ? "Fired" : "Resolved");
    essentials.put("monitoringService", "Platform");
    essentials.putArray("alertTargetIDs").add(gateway.toString());
    essentials.put(fired ? "firedDateTime" : "resolvedDateTime", now.toString());
    essentials.put("essentialsVersion", "1.0");
    return alert;
  }
}
