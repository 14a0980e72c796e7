package dev.lockstep.plan;

import dev.lockstep.desire.Site;
import dev.lockstep.model.HostName;
import dev.lockstep.plan.Removals.Leaving;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Leaves out what held bindings would change, so that what they own stays as it is.
 *
 * <pre>
 * a change of | for a host name that  | then
 *             | a held binding claims |
 *             | or has published      |
 * ------------+-----------------------+-------------------------------------------
 * it          | any                   | left out
 * another     | yes                   | left out: it would take from the held one
 * another     | no                    | made
 * </pre>
 *
 * Elements that several share are written and removed in the name of those who are not held.
 *
 * @param bindings names of the held bindings
 * @param hosts the host names that wait with them
 */
record Held(Set<String> bindings, Set<HostName> hosts) {
  static Held of(PlanInput input, Estate estate, List<Claim> claims) {
    Set<String> held = input.held();
    Set<HostName> hosts = new HashSet<>();
    claims.stream()
        .filter(claim -> held.contains(claim.binding().name()))
        .forEach(claim -> hosts.add(claim.host()));
    input.bindings().stream()
        .filter(binding -> held.contains(binding.name()))
        .forEach(binding -> hosts.addAll(Published.onGateway(estate, binding.service())));
    return new Held(held, hosts);
  }

  /** The sources of the bindings that are not held. */
  List<Source> free(List<Source> sources) {
    return sources.stream().filter(s -> !bindings.contains(s.binding().name())).toList();
  }

  /** The sites that may be published. */
  List<Site> freeSites(List<Site> sites) {
    return sites.stream().filter(s -> isFree(s.binding(), s.host())).toList();
  }

  /** The host names that may leave. */
  List<Leaving> freeRemovals(List<Leaving> leaving) {
    return leaving.stream()
        .filter(gone -> isFree(gone.source().binding().name(), gone.host()))
        .toList();
  }

  private boolean isFree(String binding, HostName host) {
    return !bindings.contains(binding) && !hosts.contains(host);
  }
}
