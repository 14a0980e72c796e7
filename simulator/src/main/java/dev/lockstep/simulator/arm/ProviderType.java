package dev.lockstep.simulator.arm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * {@code /subscriptions/{id}/providers/{namespace}}: the types that a provider serves, with their
 * api-versions (Microsoft Learn, rest/api/resources/providers/get).
 */
public final class ProviderType implements ResourceType {
  static final String TYPE = "Microsoft.Resources/subscriptions/providers";

  // Stable versions of the network provider, newest first (folders of azure-rest-api-specs).
  private static final List<String> OF_NETWORKS =
      List.of("2025-05-01", "2025-03-01", "2025-01-01", "2024-10-01", "2024-07-01", "2024-05-01");

  private final List<ResourceType> served;

  /** Tells of these types. */
  public ProviderType(Collection<? extends ResourceType> served) {
    this.served =
        served.stream()
            .<ResourceType>map(type -> type)
            .sorted(Comparator.comparing(ResourceType::type))
            .toList();
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public ApiVersions versions() {
    return new ApiVersions("2014-04-01", "2030-12-31");
  }

  /** Providers are names, no resources. */
  @Override
  public boolean needsParent() {
    return false;
  }

  @Override
  public ArmResponse get(ArmCall call) {
    String namespace = call.id().namespace().orElseThrow();
    String start = namespace + "/";
    List<ResourceType> types =
        served.stream()
            .filter(type -> type.type().regionMatches(true, 0, start, 0, start.length()))
            .toList();
    if (types.isEmpty()) {
      throw Faults.of(
          404,
          "InvalidResourceNamespace",
          "The resource namespace '" + namespace + "' is invalid.");
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    String canonical = types.get(0).type().substring(0, namespace.length());
    body.put("id", call.id().scope() + "/providers/" + canonical).put("namespace", canonical);
    ArrayNode list = body.putArray("resourceTypes");
    types.forEach(type -> show(type, list.addObject(), start.length()));
    return ArmResponse.of(200, body.put("registrationState", "Registered"));
  }

  private static void show(ResourceType type, ObjectNode shown, int skip) {
    shown.put("resourceType", type.type().substring(skip));
    ArrayNode versions = shown.put("capabilities", "None").putArray("apiVersions");
    ApiVersions taken = type.versions();
    List<String> known = OF_NETWORKS.stream().filter(version -> isTaken(version, taken)).toList();
    if (type.type().equals("Microsoft.Network/applicationGateways")) {
      known.forEach(versions::add);
    } else {
      versions.add(taken.newest());
    }
  }

  private static boolean isTaken(String version, ApiVersions taken) {
    return version.compareTo(taken.oldest()) >= 0 && version.compareTo(taken.newest()) <= 0;
  }
}
