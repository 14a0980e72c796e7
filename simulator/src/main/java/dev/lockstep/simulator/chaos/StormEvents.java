package dev.lockstep.simulator.chaos;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.event.SimulatedEvent;
import dev.lockstep.simulator.eventgrid.EventFilter;
import dev.lockstep.simulator.eventgrid.EventRendering;
import dev.lockstep.simulator.eventgrid.EventSchema;
import dev.lockstep.simulator.eventgrid.EventSubscription;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.token.Principal;
import dev.lockstep.simulator.token.Principals;
import dev.lockstep.simulator.world.ResourceId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What blows in a storm: deliveries in both schemas and alerts, of things that have happened
 * before, not at all, or to somebody else; many come twice, and all in any order. What really
 * changes is told by events of its own.
 */
final class StormEvents {
  private static final String OTHERS = "/subscriptions/99999999-9999-9999-9999-999999999999";
  private static final String ACTIVITY = "Microsoft.Resources.ResourceWriteSuccess";
  private static final int KEPT = 500;

  /** What kinds there are, each as often as it stands here. */
  private static final List<Kind> MIX =
      List.of(
          Kind.GATEWAY,
          Kind.GATEWAY,
          Kind.ECHO,
          Kind.ECHO,
          Kind.ECHO,
          Kind.SERVICE,
          Kind.SERVICE,
          Kind.SERVICE,
          Kind.RECORD,
          Kind.RECORD,
          Kind.RECORD,
          Kind.ZONE_LINK,
          Kind.CERTIFICATE,
          Kind.CERTIFICATE,
          Kind.ALERT,
          Kind.ALERT,
          Kind.NETWORK,
          Kind.API,
          Kind.HEALTH_READ,
          Kind.ELSEWHERE,
          Kind.AGAIN,
          Kind.AGAIN);

  private final Estate estate;
  private final Chance chance;
  private final Instant calm;
  private final List<Blow> latest = new ArrayList<>();
  private int made;

  /** Kinds of deliveries, and what they are called. */
  enum Kind {
    GATEWAY("gateway write of others"),
    ECHO("echo of our own gateway write"),
    SERVICE("API Management"),
    RECORD("record set"),
    ZONE_LINK("link of a zone"),
    CERTIFICATE("Key Vault"),
    ALERT("alert"),
    NETWORK("network"),
    API("API of a service (irrelevant)"),
    HEALTH_READ("health read (irrelevant)"),
    ELSEWHERE("other subscription (irrelevant)"),
    AGAIN("duplicate");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /**
   * One delivery.
   *
   * @param payload as it comes in, an alert or else one event in either schema
   */
  record Blow(Kind kind, boolean alert, String payload) {}

  /**
   * @param calm an instant up to which nothing that is told of is news
   */
  StormEvents(Estate estate, Chance chance, Instant calm) {
    this.estate = estate;
    this.chance = chance;
    this.calm = calm;
  }

  /** The next delivery. */
  Blow next() {
    Kind kind = chance.of(MIX);
    if (kind == Kind.AGAIN && !latest.isEmpty()) {
      Blow before = chance.of(latest);
      return new Blow(Kind.AGAIN, before.alert(), before.payload());
    }
    Blow blow = fresh(kind == Kind.AGAIN ? Kind.ECHO : kind);
    latest.add(blow);
    if (latest.size() > KEPT) {
      var unused = latest.remove(0);
    }
    return blow;
  }

  private Blow fresh(Kind kind) {
    if (kind == Kind.ALERT) {
      ResourceId gateway = chance.of(estate.gateways());
      return new Blow(
          kind,
          true,
          StormAlert.of(gateway, chance.oneIn(2), when(), "alert-" + made++).toString());
    }
    SimulatedEvent event = event(kind);
    EventSchema schema = chance.of(List.of(EventSchema.values()));
    EventSubscription subscription =
        EventSubscription.of(
            "storm", URI.create("https://app.example/events"), schema, EventFilter.ALL);
    return new Blow(kind, false, EventRendering.body(subscription, List.of(event)));
  }

  private SimulatedEvent event(Kind kind) {
    ResourceId gateway = chance.of(estate.gateways());
    ResourceId service = chance.of(estate.services());
    ResourceId zone = Estate.zoneOf(service);
    return switch (kind) {
      case GATEWAY -> write(gateway.toString(), gateway.type(), Principals.COLLEAGUE);
      case ECHO, AGAIN, ALERT -> write(gateway.toString(), gateway.type(), Principals.LOCKSTEP);
      case SERVICE -> write(service.toString(), service.type(), Principals.COLLEAGUE);
      case RECORD ->
          write(
              zone + "/A/" + chance.of(List.of("always", "a", "wiki")),
              zone.type() + "/A",
              Principals.COLLEAGUE);
      case ZONE_LINK ->
          write(
              zone + "/virtualNetworkLinks/link",
              zone.type() + "/virtualNetworkLinks",
              Principals.COLLEAGUE);
      case NETWORK ->
          write(
              Estate.NETWORK + "/subnets/snet-apim",
              "Microsoft.Network/virtualNetworks/subnets",
              Principals.OPERATOR);
      case API -> write(service + "/apis/orders", service.type() + "/apis", Principals.COLLEAGUE);
      case ELSEWHERE ->
          write(
              OTHERS + "/resourceGroups/rg/providers/Microsoft.Network/applicationGateways/agw-1",
              gateway.type(),
              Principals.OPERATOR);
      case HEALTH_READ ->
          activity(
              "Microsoft.Resources.ResourceActionSuccess",
              gateway.toString(),
              gateway.type() + "/backendhealth/action",
              Principals.LOCKSTEP);
      case CERTIFICATE -> certificate(service);
    };
  }

  private SimulatedEvent write(String resource, String type, Principal by) {
    String end = chance.oneIn(10) ? chance.of(List.of("Failure", "Cancel")) : "Success";
    return activity(ACTIVITY.replace("Success", end), resource, type + "/write", by);
  }

  private SimulatedEvent activity(String type, String resource, String operation, Principal by) {
    ObjectNode data = Json.object();
    data.putObject("authorization").put("scope", resource).put("action", operation);
    data.putObject("claims")
        .put("appid", by.clientId())
        .put("http://schemas.microsoft.com/identity/claims/objectidentifier", by.objectId());
    data.put("correlationId", "storm-" + made);
    data.put("resourceUri", resource).put("operationName", operation);
    data.put("status", type.endsWith("Success") ? "Succeeded" : "Failed");
    data.put("tenantId", Principals.TENANT);
    return new SimulatedEvent(
        "storm-" + made++, type, resource.substring(0, 51), resource, when(), data);
  }

  private SimulatedEvent certificate(ResourceId service) {
    boolean ours = !chance.oneIn(4);
    String name =
        ours
            ? "cert-" + Estate.host(service, "always").replace('.', '-')
            : "others-" + chance.below(50);
    ObjectNode data = Json.object();
    data.put("Id", "https://kv-edge.vault.azure.net/certificates/" + name + "/v" + made);
    data.put("VaultName", "kv-edge").put("ObjectType", "Certificate").put("ObjectName", name);
    data.put("Version", "v" + made);
    String vault =
        "/subscriptions/%s/resourceGroups/rg-edge/providers/Microsoft.KeyVault/vaults/kv-edge"
            .formatted(service.subscription().orElse(""));
    return new SimulatedEvent(
        "storm-" + made++,
        "Microsoft.KeyVault.CertificateNewVersionCreated",
        vault,
        name,
        when(),
        data);
  }

  private Instant when() {
    return calm.minus(chance.between(Duration.ZERO, Duration.ofMinutes(5)));
  }
}
