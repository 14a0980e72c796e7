package dev.lockstep.plan;

import dev.lockstep.desire.OwnerMark;
import dev.lockstep.model.Binding;
import dev.lockstep.model.InstanceId;
import dev.lockstep.model.Reading;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.Zone;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What decisions on DNS look at.
 *
 * @param instance this installation
 * @param bindings the target's bindings, and those of other gateways before the same services
 * @param zones the zones of the target's bindings as they were read
 * @param publicAddresses IPv4 address of each public IP that was read
 */
record DnsView(
    InstanceId instance,
    List<Binding> bindings,
    Map<ResourceId, Reading<Zone>> zones,
    Map<ResourceId, Reading<String>> publicAddresses) {

  static DnsView of(PlanInput input) {
    return new DnsView(
        input.instance(),
        Stream.concat(input.bindings().stream(), input.neighbours().stream()).toList(),
        input.observation().zones(),
        input.observation().publicAddresses());
  }

  /** The zone, if it was read. */
  Optional<ZoneLook> look(ResourceId zone) {
    return Optional.ofNullable(zones.get(zone)).flatMap(Reading::asValue).map(ZoneLook::new);
  }

  /** The mark of the service's record sets. */
  OwnerMark mark(ResourceId service) {
    return new OwnerMark(service, instance);
  }
}
