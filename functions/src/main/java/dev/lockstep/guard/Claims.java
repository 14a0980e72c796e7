package dev.lockstep.guard;

import dev.lockstep.model.Binding;
import dev.lockstep.model.Endpoint;
import dev.lockstep.model.EndpointPolicy;
import dev.lockstep.model.HostName;
import dev.lockstep.model.OwnerRecord.Owned;
import dev.lockstep.model.Reading;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.PlanInput;
import dev.lockstep.route.HostPattern;
import dev.lockstep.route.Router;
import dev.lockstep.route.Taken;
import java.util.Optional;

/** Looks up, without the planner's help, whether a binding claims a host name. */
final class Claims {
  private Claims() {}

  /** Whether a listener that was made for the host name stood there, whatever it says now. */
  static boolean had(Taken taken, Router before, PlanInput input) {
    return input.observation().owned().elements().entrySet().stream()
        .filter(
            entry ->
                entry
                    .getValue()
                    .host()
                    .map(HostPattern::of)
                    .filter(taken.host()::equals)
                    .isPresent())
        .anyMatch(entry -> before.stands(taken.entrance(), entry.getKey()));
  }

  /** Whether the endpoint may take it. */
  static boolean allow(Taken taken, Plan plan, PlanInput input) {
    Optional<Owned> owner = plan.ownedAfter().of(taken.listener());
    Optional<HostName> host = owner.flatMap(Owned::host);
    return host.isPresent()
        && input.bindings().stream()
            .filter(binding -> binding.service().equals(owner.get().service()))
            .anyMatch(binding -> claims(binding, host.get(), input));
  }

  private static boolean claims(Binding binding, HostName host, PlanInput input) {
    return Optional.ofNullable(input.observation().services().get(binding.service()))
        .flatMap(Reading::asValue)
        .stream()
        .flatMap(service -> service.endpoints().stream())
        .filter(endpoint -> endpoint.host().equals(host))
        .map(Endpoint::type)
        .map(type -> Optional.<EndpointPolicy>ofNullable(binding.endpoints().get(type)))
        .flatMap(Optional::stream)
        .anyMatch(policy -> policy.options().claim());
  }
}
