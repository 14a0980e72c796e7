package dev.lockstep.plan;

import dev.lockstep.desire.Site;
import dev.lockstep.model.Binding;
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
 * A host name that is left alone for itself ({@link Withheld}) counts as published by a held one.
 *
 * <p>Elements that several share are written and removed in the name of those who are not held.
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
    hosts.addAll(input.restraint().hosts().keySet());
    return new Held(held, hosts);
  }

  /** Says which host names are left alone for themselves, and why. */
  static void report(PlanInput input, Estate estate, List<Claim> claims, Findings findings) {
    for (Binding binding : input.bindings()) {
      Set<HostName> known = new HashSet<>(Published.onGateway(estate, binding.service()));
      claims.stream().filter(c -> c.binding().equals(binding)).forEach(c -> known.add(c.host()));
      input
          .restraint()
          .hosts()
          .forEach(
              (host, why) -> {
                if (known.contains(host)) {
                  findings.block(why.code(), binding, host, why.reason(), why.remedy());
                }
              });
    }
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
