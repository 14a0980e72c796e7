package dev.lockstep.reconcile;

import dev.lockstep.model.ApimService;
import dev.lockstep.model.Binding;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.Observation;
import dev.lockstep.model.OwnerRecord;
import dev.lockstep.model.Reading;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.Zone;
import dev.lockstep.plan.PublicAddressNeed;
import dev.lockstep.port.Arm;
import dev.lockstep.port.Tasks;
import dev.lockstep.reconcile.state.TargetState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads everything that a target depends on, all at once. */
final class Observer {
  private final Reads reads;
  private final Tasks tasks;
  private final Optional<CertificateLooks> looks;

  Observer(Reads reads, Tasks tasks, Optional<CertificateLooks> looks) {
    this.reads = reads;
    this.looks = looks;
    this.tasks = tasks;
  }

  /** What Azure says now, of a target of which nothing has been read yet. */
  Observation now(Ports ports, List<Binding> bindings, TargetState state) {
    return observe(
        ports.arm(), bindings, ports.clock().instant(), state.holdings().owned(), Optional.empty());
  }

  /**
   * What Azure says at that time.
   *
   * @param at when the reads begin
   * @param owned the owner record from the target's state; what is gone from the gateway is left
   *     out of the observation, though the record keeps it for a while
   * @param read the gateway document, when this run has read it already
   */
  Observation observe(
      Arm arm,
      List<Binding> bindings,
      Instant at,
      OwnerRecord owned,
      Optional<GatewayDocument> read) {
    ResourceId gateway = bindings.get(0).gateway();
    Set<ResourceId> services = new LinkedHashSet<>();
    Set<ResourceId> zones = new LinkedHashSet<>();
    for (Binding binding : bindings) {
      services.add(binding.service());
      zones.addAll(binding.zones());
    }
    List<Supplier<Part>> work = new ArrayList<>();
    work.add(
        () ->
            new GatewayPart(read.map(Reading::known).orElseGet(() -> reads.gateway(arm, gateway))));
    services.forEach(id -> work.add(() -> new ServicePart(id, reads.service(arm, id))));
    zones.forEach(id -> work.add(() -> new ZonePart(id, reads.zone(arm, id))));
    List<Part> parts = tasks.all(work);
    Reading<GatewayDocument> document = ((GatewayPart) parts.get(0)).reading();
    // Only the document says which these are, so they are read after it, and only where needed.
    List<ResourceId> publicIps =
        document.asValue().map(d -> PublicAddressNeed.of(bindings, d)).orElse(List.of());
    Observation seen =
        new Observation(
            at,
            gateway,
            document,
            collect(parts, ServicePart.class, ServicePart::id, ServicePart::reading),
            collect(parts, ZonePart.class, ZonePart::id, ZonePart::reading),
            publicAddresses(arm, publicIps),
            document.asValue().map(d -> owned.within(d)).orElse(owned));
    return looks
        .map(
            some ->
                seen.withCertificates(some.at(bindings, seen, ids -> publicAddresses(arm, ids))))
        .orElse(seen);
  }

  private Map<ResourceId, Reading<String>> publicAddresses(Arm arm, List<ResourceId> ids) {
    List<Supplier<Reading<String>>> work =
        ids.stream()
            .<Supplier<Reading<String>>>map(id -> () -> reads.publicAddress(arm, id))
            .toList();
    List<Reading<String>> readings = ids.isEmpty() ? List.of() : tasks.all(work);
    Map<ResourceId, Reading<String>> addresses = new LinkedHashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      addresses.put(ids.get(i), readings.get(i));
    }
    return addresses;
  }

  private static <P, V> Map<ResourceId, V> collect(
      List<Part> parts, Class<P> kind, Function<P, ResourceId> key, Function<P, V> value) {
    Map<ResourceId, V> map = new LinkedHashMap<>();
    parts.stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .forEach(part -> map.put(key.apply(part), value.apply(part)));
    return map;
  }

  private sealed interface Part {}

  private record GatewayPart(Reading<GatewayDocument> reading) implements Part {}

  private record ServicePart(ResourceId id, Reading<ApimService> reading) implements Part {}

  private record ZonePart(ResourceId id, Reading<Zone> reading) implements Part {}
}
