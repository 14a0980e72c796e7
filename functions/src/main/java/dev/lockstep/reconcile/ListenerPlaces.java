package dev.lockstep.reconcile;

import dev.lockstep.desire.Kind;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.GatewayDocument.Element;
import dev.lockstep.model.HostName;
import dev.lockstep.model.Observation;
import dev.lockstep.model.OwnerRecord.Owned;
import dev.lockstep.model.Reading;
import dev.lockstep.model.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The frontends on which our HTTPS listeners of a host name stand, with their addresses. */
final class ListenerPlaces {
  /** A frontend, and what has to be known of it. */
  record Frontend(String name, String privateAddress, Optional<ResourceId> publicIp) {
    Optional<String> address(Map<ResourceId, Reading<String>> publicAddresses) {
      return publicIp.isPresent()
          ? Optional.ofNullable(publicAddresses.get(publicIp.get())).flatMap(Reading::asValue)
          : Optional.of(privateAddress).filter(address -> !address.isEmpty());
    }
  }

  private final Observation seen;

  ListenerPlaces(Observation seen) {
    this.seen = seen;
  }

  List<Frontend> of(HostName host) {
    List<Frontend> frontends = new ArrayList<>();
    seen.gateway()
        .asValue()
        .ifPresent(
            document ->
                document.elements(Kind.LISTENER.collection()).stream()
                    .filter(listener -> isOurs(listener, host))
                    .filter(l -> l.properties().path("protocol").asText().equalsIgnoreCase("Https"))
                    .flatMap(listener -> frontend(document, listener).stream())
                    .distinct()
                    .forEach(frontends::add));
    return frontends;
  }

  private boolean isOurs(Element listener, HostName host) {
    return seen.owned().of(listener.key()).flatMap(Owned::host).equals(Optional.of(host));
  }

  private static Optional<Frontend> frontend(GatewayDocument document, Element listener) {
    Optional<ResourceId> id = listener.reference("frontendIPConfiguration");
    return document.elements("frontendIPConfigurations").stream()
        .filter(frontend -> id.equals(Optional.of(document.idOf(frontend.key()))))
        .findFirst()
        .map(
            frontend ->
                new Frontend(
                    frontend.key().name(),
                    frontend.properties().path("privateIPAddress").asText(""),
                    frontend.reference("publicIPAddress")));
  }
}
