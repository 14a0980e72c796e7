package dev.lockstep.offline;

import dev.lockstep.desire.ElementNames;
import dev.lockstep.desire.Kind;
import dev.lockstep.desire.SiteNames;
import dev.lockstep.model.ApimService;
import dev.lockstep.model.Binding;
import dev.lockstep.model.Endpoint;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.HostName;
import dev.lockstep.model.InstanceId;
import dev.lockstep.model.OwnerRecord;
import dev.lockstep.model.OwnerRecord.Owned;
import dev.lockstep.model.Reading;
import dev.lockstep.model.ResourceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The owner record lives in the app's storage, which an offline plan cannot see. Here every element
 * that is named as this installation names its own is taken for ours; nothing is written on that
 * word.
 */
final class AssumedOwnership {
  private AssumedOwnership() {}

  static OwnerRecord of(
      GatewayDocument document,
      List<Binding> bindings,
      Map<ResourceId, Reading<ApimService>> services,
      InstanceId instance) {
    Map<dev.lockstep.model.ElementKey, Owned> owned = new HashMap<>();
    for (Binding binding : bindings) {
      ElementNames names = new ElementNames(binding.prefix(), instance);
      for (Kind kind : Kind.values()) {
        document.elements(kind.collection()).stream()
            .map(GatewayDocument.Element::key)
            .filter(key -> names.subject(kind, key).isPresent())
            .forEach(
                key ->
                    owned.merge(
                        key,
                        new Owned(
                            binding.service(), host(binding, services, names, key), "", false),
                        (one, other) -> one.host().isPresent() ? one : other));
      }
    }
    return new OwnerRecord(owned);
  }

  private static Optional<HostName> host(
      Binding binding,
      Map<ResourceId, Reading<ApimService>> services,
      ElementNames names,
      dev.lockstep.model.ElementKey key) {
    Kind kind = Kind.of(key).orElseThrow();
    return services.get(binding.service()).asValue().stream()
        .flatMap(service -> service.endpoints().stream())
        .map(Endpoint::host)
        .filter(host -> new SiteNames(names, host).all(kind).contains(key))
        .findFirst()
        .or(() -> written(names, kind, key));
  }

  /** A host name that the service does not list: read back from the name. */
  private static Optional<HostName> written(
      ElementNames names, Kind kind, dev.lockstep.model.ElementKey key) {
    return switch (kind) {
      case POOL, PROBE, SETTINGS, LISTENER, REDIRECT, RULE ->
          names.subject(kind, key).flatMap(SiteNames::hostIn);
      case ROOT, PORT, CERTIFICATE -> Optional.empty();
    };
  }
}
