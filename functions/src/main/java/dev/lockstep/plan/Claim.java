package dev.lockstep.plan;

import dev.lockstep.model.ApimService;
import dev.lockstep.model.Binding;
import dev.lockstep.model.Endpoint;
import dev.lockstep.model.EndpointPolicy;
import dev.lockstep.model.HostName;
import dev.lockstep.model.ResourceId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One host name that a binding wants to publish. */
record Claim(Binding binding, ApimService service, Endpoint endpoint) {
  HostName host() {
    return endpoint.host();
  }

  /** How the endpoint's type is published. */
  EndpointPolicy policy() {
    return binding.endpoints().get(endpoint.type());
  }

  /** All claims of the complete sources, in the order of binding and host name. */
  static List<Claim> of(List<Source> sources) {
    List<Claim> claims = new ArrayList<>();
    for (Source source : sources) {
      if (source instanceof Source.Complete complete) {
        complete.chosen().stream()
            // Named once with its letters and once in ASCII, it is the same host name.
            .distinct()
            .sorted(Comparator.comparing(Endpoint::host).thenComparing(Endpoint::type))
            .forEach(e -> claims.add(new Claim(complete.binding(), complete.service(), e)));
      }
    }
    return claims;
  }

  /**
   * The claims that nobody contests. A host name claimed twice is published by nobody anew; one
   * that is published for a service which cannot be read now may be claimed by that one still.
   *
   * @param silent host names published for services that are not to be believed now
   */
  static List<Claim> uncontested(
      List<Claim> claims, Map<HostName, ResourceId> silent, Findings findings) {
    SortedMap<HostName, List<Claim>> byHost = new TreeMap<>();
    claims.forEach(c -> byHost.computeIfAbsent(c.host(), h -> new ArrayList<>()).add(c));
    List<Claim> single = new ArrayList<>();
    for (Claim claim : claims) {
      List<Claim> rivals = byHost.get(claim.host());
      Optional<ResourceId> holder =
          Optional.ofNullable(silent.get(claim.host()))
              .filter(service -> !service.equals(claim.service().id()));
      if (rivals.size() == 1 && holder.isPresent()) {
        findings.block(
            BlockCode.HOST_DUPLICATE,
            claim.binding(),
            claim.host(),
            "claimed by "
                + claim.origin()
                + " and published for "
                + holder.get().name()
                + ", of which nothing is known now",
            "wait until "
                + holder.get().name()
                + " can be read and is settled, or release the host name");
      } else if (rivals.size() == 1) {
        single.add(claim);
      } else {
        findings.block(
            BlockCode.HOST_DUPLICATE,
            claim.binding(),
            claim.host(),
            "claimed by " + String.join(" and ", rivals.stream().map(Claim::origin).toList()),
            "let one binding and one endpoint type have the host name");
      }
    }
    return single;
  }

  private String origin() {
    return binding.name() + " (" + endpoint.type().wireName() + ")";
  }
}
