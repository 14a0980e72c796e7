package dev.lockstep.signal;

import dev.lockstep.model.Binding;
import dev.lockstep.model.DeleteCap;
import dev.lockstep.model.DeletePolicy;
import dev.lockstep.model.HostName;
import dev.lockstep.model.Mode;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.TargetId;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Bindings for tests: one service behind two gateways, in the ids of the event payloads. */
public final class Estate {
  private static final String GROUP =
      "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg-edge/providers/";

  public static final ResourceId SERVICE =
      new ResourceId(GROUP + "Microsoft.ApiManagement/service/apim-contoso");
  public static final ResourceId GATEWAY =
      new ResourceId(GROUP + "Microsoft.Network/applicationGateways/agw-edge");
  public static final ResourceId OTHER_GATEWAY =
      new ResourceId(GROUP + "Microsoft.Network/applicationGateways/agw-inner");
  public static final ResourceId ZONE =
      new ResourceId(GROUP + "Microsoft.Network/privateDnsZones/contoso.com");
  public static final ResourceId PUBLIC_ZONE =
      new ResourceId(GROUP + "Microsoft.Network/dnsZones/contoso.com");

  public static final TargetId EDGE = TargetId.of(GATEWAY);
  public static final TargetId INNER = TargetId.of(OTHER_GATEWAY);

  private Estate() {}

  /** The service published through the gateway of the payloads. */
  public static Binding edge() {
    return binding("edge", GATEWAY, ZONE, Map.of());
  }

  /** The same service published through another gateway, with a certificate of its own. */
  public static Binding inner() {
    return binding(
        "inner",
        OTHER_GATEWAY,
        PUBLIC_ZONE,
        Map.of(
            new HostName("inner.contoso.com"),
            "https://kv-inner.vault.azure.net/secrets/cert-inner"));
  }

  /** Both as an index. */
  public static Targets targets() {
    return Targets.of(List.of(edge(), inner()));
  }

  /** An id of another subscription. */
  public static ResourceId foreign(String type, String name) {
    return new ResourceId(GROUP.replace("1111-", "9999-") + type + "/" + name);
  }

  private static Binding binding(
      String name, ResourceId gateway, ResourceId zone, Map<HostName, String> certificates) {
    return new Binding(
        name,
        SERVICE,
        gateway,
        List.of(zone),
        Map.of(),
        certificates,
        List.of(),
        "lockstep",
        300,
        Mode.APPLY,
        DeletePolicy.SYNC,
        new DeleteCap(1, 25),
        Duration.ofSeconds(60));
  }
}
