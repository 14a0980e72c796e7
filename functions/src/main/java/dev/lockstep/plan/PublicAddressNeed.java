package dev.lockstep.plan;

import dev.lockstep.model.Binding;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.PrivateDns;
import dev.lockstep.model.PublicDns;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.Zone;
import java.util.List;
import java.util.Optional;

/**
 * Tells which public IPs have to be read for a plan: those of the gateway's frontends, if some
 * binding needs to know their addresses.
 *
 * <pre>
 * dns.public | dns.private | zones      | needed for
 * -----------+-------------+------------+----------------------------------------------------
 * frontend   | any         | a public   | the record set itself
 * any        | none        | any        | seeing whether a standing record leads to the gateway
 * else       |             |            | nothing: no request is made
 * </pre>
 */
public final class PublicAddressNeed {
  private PublicAddressNeed() {}

  /** The ids of the public IPs to read; none when no binding needs them. */
  public static List<ResourceId> of(List<Binding> bindings, GatewayDocument gateway) {
    return bindings.stream().noneMatch(PublicAddressNeed::has)
        ? List.of()
        : gateway.elements(FrontendAnswers.FRONTENDS).stream()
            .map(frontend -> frontend.reference("publicIPAddress"))
            .flatMap(Optional::stream)
            .distinct()
            .toList();
  }

  private static boolean has(Binding binding) {
    boolean forRecords =
        binding.dns().inPublic() == PublicDns.FRONTEND
            && binding.zones().stream().anyMatch(zone -> zone.isOfType(Zone.PUBLIC));
    boolean forLoops = binding.dns().inPrivate() == PrivateDns.NONE && !binding.zones().isEmpty();
    return forRecords || forLoops;
  }
}
