package dev.lockstep.plan;

import dev.lockstep.desire.ServiceAddresses;
import dev.lockstep.model.ApimService;
import dev.lockstep.model.Binding;
import dev.lockstep.model.Endpoint;
import dev.lockstep.model.Mode;
import dev.lockstep.model.PrivateDns;
import dev.lockstep.model.ResourceId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A record set that a binding asks for, by its configuration and the service alone, whether it can
 * be had or not. So it can be told of bindings of other gateways as well, whose documents this plan
 * does not see.
 *
 * @param binding who asks
 * @param zone the zone
 * @param choice where it is to lead: a {@link PrivateDns} or a {@link dev.lockstep.model.PublicDns}
 * @param addresses addresses of the service, where it leads there
 */
record RecordWish(Binding binding, ResourceId zone, Enum<?> choice, Set<String> addresses) {
  /** What all of these bindings ask for under one host name of the service. */
  static List<RecordWish> of(List<Binding> bindings, ApimService service, Endpoint endpoint) {
    return bindings.stream()
        .filter(binding -> isPublishedBy(binding, service, endpoint))
        .flatMap(binding -> of(binding, service, endpoint).stream())
        .toList();
  }

  /** Whether the binding publishes the endpoint, as far as configuration goes. */
  static boolean isPublishedBy(Binding binding, ApimService service, Endpoint endpoint) {
    return binding.service().equals(service.id()) && binding.publishes(endpoint);
  }

  private static List<RecordWish> of(Binding binding, ApimService service, Endpoint endpoint) {
    Set<String> addresses = Set.copyOf(ServiceAddresses.of(service, binding, endpoint.type()));
    return Arrays.stream(ZoneKind.values())
        .filter(kind -> kind.isWantedBy(binding.dns()))
        .flatMap(
            kind ->
                kind.holding(endpoint.host(), binding).stream()
                    .map(
                        zone ->
                            new RecordWish(
                                binding,
                                zone,
                                kind == ZoneKind.PRIVATE
                                    ? binding.dns().inPrivate()
                                    : binding.dns().inPublic(),
                                addresses)))
        .toList();
  }

  ZoneKind kind() {
    return ZoneKind.of(zone);
  }

  /** Whether the other one, which is more than a plan, asks for another content. */
  boolean isContestedBy(RecordWish other) {
    boolean onlyPlanned = other.binding.mode() == Mode.PLAN && binding.mode() != Mode.PLAN;
    return !onlyPlanned && !agreesWith(other);
  }

  /** Whether both ask for a record set of the same content. */
  boolean agreesWith(RecordWish other) {
    boolean sameAnswer =
        choice == PrivateDns.SERVICE
            ? addresses.equals(other.addresses)
            : binding.gateway().equals(other.binding.gateway());
    return choice == other.choice
        && sameAnswer
        && binding.ttlSeconds() == other.binding.ttlSeconds();
  }
}
