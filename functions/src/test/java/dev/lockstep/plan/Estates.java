package dev.lockstep.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.ApimService;
import dev.lockstep.model.Binding;
import dev.lockstep.model.DeleteCap;
import dev.lockstep.model.DeletePolicy;
import dev.lockstep.model.DnsPolicy;
import dev.lockstep.model.Endpoint;
import dev.lockstep.model.EndpointOptions;
import dev.lockstep.model.EndpointPolicy;
import dev.lockstep.model.EndpointType;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.HostCertificates;
import dev.lockstep.model.HostName;
import dev.lockstep.model.InstanceId;
import dev.lockstep.model.Mode;
import dev.lockstep.model.Observation;
import dev.lockstep.model.OwnerRecord;
import dev.lockstep.model.Reading;
import dev.lockstep.model.RecordSet;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.TrustedRoot;
import dev.lockstep.model.Zone;
import dev.lockstep.trust.Pool;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A world for planner tests: one crowded gateway, one service, one zone; each test changes it. */
public class Estates {
  public static final String GROUP =
      "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg-edge/providers/";
  public static final ResourceId GATEWAY =
      new ResourceId(GROUP + "Microsoft.Network/applicationGateways/agw-edge");
  public static final ResourceId SERVICE = service("apim-contoso");
  public static final ResourceId ZONE = zone("contoso.com");
  public static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
  public static final InstanceId INSTANCE = new InstanceId("lockstep");
  public static final String PUBLIC = "appGwPublicFrontendIpIPv4";
  public static final String PRIVATE = "appGwPrivateFrontendIpIPv4";

  public final Map<String, Binding> bindings = new HashMap<>();
  public final Map<ResourceId, Reading<ApimService>> services = new HashMap<>();
  public final Map<ResourceId, Reading<Zone>> zones = new HashMap<>();
  public final Map<ResourceId, Reading<String>> publicAddresses = new HashMap<>();
  public final List<Binding> neighbours = new ArrayList<>();
  public ObjectNode gateway = crowded();
  public OwnerRecord owned = OwnerRecord.EMPTY;
  public Absences absences = Absences.NONE;
  public InstanceId instance = INSTANCE;
  public Restraint restraint = Restraint.NONE;
  public Quarantine quarantine = Quarantine.NONE;
  public List<String> lostProperties = List.of();
  public Instant at = NOW;
  public boolean keepsRoots;

  private final Map<HostName, HostCertificates> seen = new HashMap<>();
  private Pool publicRoots = Pool.EMPTY;

  /** The service lists api.contoso.com, and nothing is published yet. */
  public static Estates contoso() {
    Estates estates = new Estates();
    estates.bind(binding("contoso", SERVICE));
    estates.lists(SERVICE, proxy("api.contoso.com"));
    estates.zones.put(ZONE, Reading.known(new Zone(ZONE, List.of())));
    return estates;
  }

  public static ResourceId service(String name) {
    return new ResourceId(GROUP + "Microsoft.ApiManagement/service/" + name);
  }

  public static ResourceId zone(String name) {
    return new ResourceId(GROUP + "Microsoft.Network/privateDnsZones/" + name);
  }

  /** The shared gateway of the samples without what was made by hand for API Management. */
  public static ObjectNode crowded() {
    ObjectNode json = Json.azure("synthetic/agw-shared-apim-and-foreign.get.json");
    json.path("properties")
        .properties()
        .forEach(
            collection -> {
              for (int i = collection.getValue().size() - 1; i >= 0; i--) {
                String name = collection.getValue().path(i).path("name").asText("");
                if (name.contains("-apim-") || name.matches("cert-.*-contoso-com")) {
                  ((com.fasterxml.jackson.databind.node.ArrayNode) collection.getValue()).remove(i);
                }
              }
            });
    return json;
  }

  public static Binding binding(String name, ResourceId service) {
    Map<EndpointType, EndpointPolicy> endpoints = new EnumMap<>(EndpointType.class);
    endpoints.put(EndpointType.PROXY, policy(PUBLIC, "/status-0123456789abcdef", 30, 120));
    endpoints.put(EndpointType.DEVELOPER_PORTAL, policy(PUBLIC, "/signin", 60, 300));
    endpoints.put(EndpointType.MANAGEMENT, policy(PRIVATE, "/ServiceStatus", 60, 300));
    return new Binding(
        name,
        service,
        GATEWAY,
        List.of(ZONE),
        endpoints,
        Map.of(),
        List.of(),
        "ls",
        300,
        Mode.APPLY,
        DeletePolicy.SYNC,
        new DeleteCap(5, 50),
        Duration.ofSeconds(60));
  }

  public static EndpointPolicy policy(String frontend, String path, int interval, int timeout) {
    return new EndpointPolicy(
        Optional.of(frontend),
        path,
        Duration.ofSeconds(interval),
        Duration.ofSeconds(timeout),
        8,
        Duration.ofSeconds(180),
        false);
  }

  public static Endpoint proxy(String host) {
    return endpoint(EndpointType.PROXY, host);
  }

  public static Endpoint endpoint(EndpointType type, String host) {
    String secret = "https://kv-edge.vault.azure.net/secrets/cert-" + host.replace('.', '-');
    return endpoint(type, host, Optional.of(secret.replace("*", "star")));
  }

  public static Endpoint endpoint(EndpointType type, String host, Optional<String> secret) {
    return new Endpoint(type, new HostName(host), secret, Optional.empty(), false, false, false);
  }

  public Estates bind(Binding binding) {
    bindings.put(binding.name(), binding);
    return this;
  }

  /** Changes the binding contoso. */
  public Estates with(UnaryOperator<BindingEdit> edit) {
    return bind(edit.apply(new BindingEdit(bindings.get("contoso"))).binding());
  }

  /** The settled service lists these host names and its built-in one. */
  public Estates lists(ResourceId service, Endpoint... endpoints) {
    return reads(service, "Succeeded", List.of("10.0.1.5"), endpoints);
  }

  public Estates reads(
      ResourceId service, String state, List<String> addresses, Endpoint... endpoints) {
    List<Endpoint> all = new ArrayList<>(List.of(endpoints));
    all.add(
        0,
        new Endpoint(
            EndpointType.PROXY,
            new HostName(service.name() + ".azure-api.net"),
            Optional.empty(),
            Optional.of("BuiltIn"),
            true,
            false,
            false));
    services.put(
        service,
        Reading.known(
            new ApimService(service, state, "Internal", addresses, all, List.of(), List.of())));
    return this;
  }

  /** Changes what was read of the service. */
  public Estates service(UnaryOperator<ServiceEdit> edit) {
    ApimService read = services.get(SERVICE).asValue().orElseThrow();
    services.put(SERVICE, Reading.known(edit.apply(new ServiceEdit(read)).service()));
    return this;
  }

  /** Changes the gateway as a colleague in the portal would. */
  public Estates colleague(Consumer<ObjectNode> edit) {
    edit.accept(gateway);
    return this;
  }

  /** Changes a text property of one element. */
  public static void edit(
      ObjectNode gateway, String collection, String name, String field, String value) {
    for (com.fasterxml.jackson.databind.JsonNode element :
        gateway.path("properties").path(collection)) {
      if (element.path("name").asText().equals(name)) {
        ((ObjectNode) element.path("properties")).put(field, value);
      }
    }
  }

  /** Takes one element out. */
  public static void remove(ObjectNode gateway, dev.lockstep.model.ElementKey key) {
    com.fasterxml.jackson.databind.node.ArrayNode collection =
        (com.fasterxml.jackson.databind.node.ArrayNode)
            gateway.path("properties").path(key.collection());
    for (int i = collection.size() - 1; i >= 0; i--) {
      if (collection.get(i).path("name").asText().equals(key.name())) {
        collection.remove(i);
      }
    }
  }

  public Estates records(RecordSet... records) {
    zones.put(ZONE, Reading.known(new Zone(ZONE, List.of(records))));
    return this;
  }

  /** Carries the plan out and lets time pass. */
  public Estates apply(Plan plan) {
    Applied.to(this, plan);
    return after(Duration.ofMinutes(5));
  }

  public Estates after(Duration time) {
    absences = Absences.next(input());
    at = at.plus(time);
    return this;
  }

  /** Plans and carries out until nothing changes: the usual start of a test. */
  public Estates converged() {
    return apply(plan());
  }

  /** What was seen of the certificates of a host name. */
  public Estates seen(String host, HostCertificates certificates) {
    seen.put(new HostName(host), certificates);
    return this;
  }

  /** The roots that count as public. */
  public Estates publicRoots(Pool roots) {
    publicRoots = roots;
    return this;
  }

  public Plan plan() {
    return Planner.plan(input());
  }

  public PlanInput input() {
    return new PlanInput(
            instance,
            List.copyOf(bindings.values()),
            new Observation(
                    at,
                    new ResourceId(gateway.path("id").asText()),
                    Reading.known(GatewayDocument.of(gateway)),
                    services,
                    zones,
                    publicAddresses,
                    owned)
                .losing(lostProperties)
                .withCertificates(seen),
            absences,
            Confirmation.NONE,
            restraint,
            neighbours,
            quarantine,
            publicRoots)
        .keepingRoots(keepsRoots);
  }

  /** A binding with one property changed. */
  public record BindingEdit(Binding binding) {
    public BindingEdit zones(ResourceId... zones) {
      return copy(List.of(zones), binding.certificates(), binding.trustedRoots(), binding);
    }

    public BindingEdit certificates(Map<HostName, String> certificates) {
      return copy(binding.zones(), certificates, binding.trustedRoots(), binding);
    }

    public BindingEdit roots(TrustedRoot... roots) {
      return copy(binding.zones(), binding.certificates(), List.of(roots), binding);
    }

    public BindingEdit endpoints(Map<EndpointType, EndpointPolicy> endpoints) {
      Binding b = binding;
      return new BindingEdit(
          new Binding(
              b.name(),
              b.service(),
              b.gateway(),
              b.zones(),
              endpoints,
              b.certificates(),
              b.trustedRoots(),
              b.prefix(),
              b.ttlSeconds(),
              b.mode(),
              b.deletePolicy(),
              b.deleteCap(),
              b.removeAfter(),
              b.dns(),
              b.regions()));
    }

    public BindingEdit policy(DeletePolicy policy, DeleteCap cap) {
      return policy(binding.mode(), binding.prefix(), policy, cap);
    }

    public BindingEdit mode(Mode mode) {
      return policy(mode, binding.prefix(), binding.deletePolicy(), binding.deleteCap());
    }

    public BindingEdit prefix(String prefix) {
      return policy(binding.mode(), prefix, binding.deletePolicy(), binding.deleteCap());
    }

    public BindingEdit dns(DnsPolicy dns) {
      return new BindingEdit(binding.with(dns, binding.regions()));
    }

    public BindingEdit regions(String... regions) {
      return new BindingEdit(binding.with(binding.dns(), List.of(regions)));
    }

    /** The same options for every endpoint type. */
    public BindingEdit options(EndpointOptions options) {
      Map<EndpointType, EndpointPolicy> endpoints = new EnumMap<>(EndpointType.class);
      binding
          .endpoints()
          .forEach((type, policy) -> endpoints.put(type, policy.withOptions(options)));
      return endpoints(endpoints);
    }

    private BindingEdit policy(Mode mode, String prefix, DeletePolicy policy, DeleteCap cap) {
      Binding b = binding;
      return new BindingEdit(
          new Binding(
              b.name(),
              b.service(),
              b.gateway(),
              b.zones(),
              b.endpoints(),
              b.certificates(),
              b.trustedRoots(),
              prefix,
              b.ttlSeconds(),
              mode,
              policy,
              cap,
              b.removeAfter(),
              b.dns(),
              b.regions()));
    }

    private static BindingEdit copy(
        List<ResourceId> zones,
        Map<HostName, String> certificates,
        List<TrustedRoot> roots,
        Binding b) {
      return new BindingEdit(
          new Binding(
              b.name(),
              b.service(),
              b.gateway(),
              zones,
              b.endpoints(),
              certificates,
              roots,
              b.prefix(),
              b.ttlSeconds(),
              b.mode(),
              b.deletePolicy(),
              b.deleteCap(),
              b.removeAfter(),
              b.dns(),
              b.regions()));
    }
  }
}
