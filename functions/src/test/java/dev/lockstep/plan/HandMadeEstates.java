package dev.lockstep.plan;

import static dev.lockstep.plan.Estates.SERVICE;
import static dev.lockstep.plan.Estates.endpoint;
import static dev.lockstep.plan.Estates.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.EndpointType;
import dev.lockstep.model.HostName;
import dev.lockstep.model.TrustedRoot;
import java.util.Optional;
import java.util.function.Consumer;

/** The sample gateway with the host names of the service set up by hand, and nothing owned. */
public final class HandMadeEstates {
  public static final HostName API = new HostName("api.contoso.com");
  public static final HostName PORTAL = new HostName("portal.contoso.com");
  public static final HostName MANAGEMENT = new HostName("management.contoso.com");

  private HandMadeEstates() {}

  /** The service lists the one host name that the gateway publishes as its gateway. */
  public static Estates api() {
    Estates estates = Estates.contoso().lists(SERVICE, proxy(API.value()));
    estates.gateway = Json.azure("synthetic/agw-shared-apim-and-foreign.get.json");
    return estates.with(b -> b.roots(new TrustedRoot.Existing("root-contoso-internal-ca")));
  }

  /** The same, with portal and management. */
  public static Estates all() {
    return api()
        .lists(
            SERVICE,
            proxy(API.value()),
            endpoint(EndpointType.DEVELOPER_PORTAL, PORTAL.value()),
            endpoint(EndpointType.MANAGEMENT, MANAGEMENT.value()));
  }

  /** What is proposed for these host names. */
  public static Adoption adoption(Estates estates, HostName... hosts) {
    return AdoptionProposal.of(estates.input(), java.util.List.of(hosts)).orElseThrow();
  }

  /** Confirms what is proposed. */
  public static Estates adopted(Estates estates, HostName... hosts) {
    estates.owned = adoption(estates, hosts).ownedAfter();
    return estates;
  }

  /** Changes the properties of one element. */
  public static Consumer<ObjectNode> editing(ElementKey key, Consumer<ObjectNode> edit) {
    return gateway -> edit.accept(properties(gateway, key).orElseThrow());
  }

  /** The properties of one element as they stand. */
  public static Optional<ObjectNode> properties(ObjectNode gateway, ElementKey key) {
    for (JsonNode element : gateway.path("properties").path(key.collection())) {
      if (element.path("name").asText().equals(key.name())) {
        return Optional.of((ObjectNode) element.path("properties"));
      }
    }
    return Optional.empty();
  }
}
