package dev.lockstep.cli.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.config.Configuration;
import dev.lockstep.model.Binding;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.InstanceId;
import dev.lockstep.model.Observation;
import dev.lockstep.model.OwnerRecord;
import dev.lockstep.model.Reading;
import dev.lockstep.model.RecordSet;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.Zone;
import dev.lockstep.plan.Absences;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.PlanInput;
import dev.lockstep.plan.Planner;
import dev.lockstep.plan.RecordChange;
import dev.lockstep.read.ServiceReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A crowded gateway, and a service of ours whose host names are to stand on it too. */
final class PlanWorld {
  private static final String GROUP = CrowdedGateway.ID.replaceAll("Microsoft.Network/.*", "");
  private static final String SERVICE = GROUP + "Microsoft.ApiManagement/service/apim-contoso";
  private static final String ZONE = GROUP + "Microsoft.Network/privateDnsZones/contoso.com";

  private PlanWorld() {}

  /**
   * The first plan: every host name of ours is new. The numbers are those of the gateway once ours
   * are on it, as its limits count them.
   */
  static PlanInput fresh(int listeners, int rules, int pools, int hosts) {
    return input(
        CrowdedGateway.of(listeners - hosts, rules - hosts, pools - hosts),
        OwnerRecord.EMPTY,
        List.of(),
        hosts);
  }

  /** The plan of an idle day: all of it stands already. */
  static PlanInput settled(int listeners, int rules, int pools, int hosts) {
    PlanInput before = fresh(listeners, rules, pools, hosts);
    Plan plan = Planner.plan(before);
    List<RecordSet> records =
        plan.records().stream()
            .filter(RecordChange.Upsert.class::isInstance)
            .map(change -> ((RecordChange.Upsert) change).desired())
            .toList();
    return input(plan.gatewayBody().orElseThrow(), plan.ownedAfter(), records, hosts);
  }

  private static PlanInput input(
      ObjectNode gateway, OwnerRecord owned, List<RecordSet> records, int hosts) {
    List<Binding> bindings = Configuration.parse(bindings(), "vault.azure.net").bindings();
    Observation observation =
        new Observation(
            Instant.EPOCH,
            new ResourceId(CrowdedGateway.ID),
            Reading.known(GatewayDocument.of(gateway)),
            Map.of(new ResourceId(SERVICE), Reading.known(ServiceReader.read(service(hosts)))),
            Map.of(new ResourceId(ZONE), Reading.known(new Zone(new ResourceId(ZONE), records))),
            owned);
    return new PlanInput(new InstanceId("bench"), bindings, observation, Absences.NONE);
  }

  private static String bindings() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ObjectNode binding = root.putArray("bindings").addObject();
    binding.put("name", "contoso").put("service", SERVICE).put("gateway", CrowdedGateway.ID);
    binding.putArray("zones").add(ZONE);
    return root.toString();
  }

  private static ObjectNode service(int hosts) {
    ObjectNode service = JsonNodeFactory.instance.objectNode();
    service.put("id", SERVICE).put("name", "apim-contoso").put("location", "West Europe");
    ObjectNode properties = service.putObject("properties");
    properties.put("provisioningState", "Succeeded").put("virtualNetworkType", "Internal");
    properties.putArray("privateIPAddresses").add("10.0.1.5");
    ArrayNode names = properties.putArray("hostnameConfigurations");
    for (int i = 0; i < hosts; i++) {
      names
          .addObject()
          .put("type", "Proxy")
          .put("hostName", "api" + i + ".contoso.com")
          .put("keyVaultId", "https://kv.vault.azure.net/secrets/api" + i);
    }
    return service;
  }
}
