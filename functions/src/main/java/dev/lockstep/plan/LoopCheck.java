package dev.lockstep.plan;

import dev.lockstep.desire.WantedRecord;
import dev.lockstep.model.EndpointPolicy;
import dev.lockstep.model.GatewayDocument.Element;
import dev.lockstep.model.HostName;
import dev.lockstep.model.PoolKind;
import dev.lockstep.model.Reading;
import dev.lockstep.model.RecordSet;
import dev.lockstep.model.ResourceId;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the gateway from sending requests to itself for ever: a pool that holds the host name must
 * not resolve to one of the gateway's own frontends.
 *
 * <pre>
 * pool       | the host name is answered by                       | then
 * -----------+----------------------------------------------------+-----------
 * by address | anything                                           | no loop
 * by name    | a record set of ours that will lead to the gateway | recordLoop
 * by name    | a standing one, whoever's, with a frontend address | recordLoop
 * by name    | anything else, or nothing that can be seen         | no loop
 * </pre>
 *
 * The gateway's network asks its private zones first; the public zone counts where they have no
 * answer. A record set that is wanted counts as if it stood already.
 */
final class LoopCheck {
  private LoopCheck() {}

  /** Whether the pool of a host name under that policy holds the name itself. */
  static boolean goesByName(EndpointPolicy policy, HostName host) {
    return policy.options().pool() == PoolKind.FQDN && !host.isWildcard();
  }

  static Optional<Obstacle> of(Claim claim, List<WantedRecord> wanted, Estate estate) {
    if (!goesByName(claim.policy(), claim.host())) {
      return Optional.empty();
    }
    for (ZoneKind kind : ZoneKind.values()) {
      boolean answered = false;
      for (ResourceId zone : kind.holding(claim.host(), claim.binding())) {
        Answer answer = answer(zone, claim.host(), wanted, estate);
        if (answer == Answer.THE_GATEWAY) {
          return Optional.of(loop(claim, zone, estate));
        }
        answered |= answer == Answer.SOMETHING_ELSE;
      }
      if (answered) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private enum Answer {
    NOTHING,
    SOMETHING_ELSE,
    THE_GATEWAY
  }

  private static Answer answer(
      ResourceId zone, HostName host, List<WantedRecord> wanted, Estate estate) {
    Optional<Boolean> ours =
        wanted.stream()
            .filter(record -> record.zone().equals(zone))
            .map(record -> record.answer().leadsToGateway())
            .findFirst();
    Optional<ZoneLook> look = estate.dns().look(zone);
    if (ours.isEmpty() && look.isPresent()) {
      Optional<RecordSet> standing = look.get().answering(host.relativeTo(zone.name()));
      return standing.isEmpty() ? Answer.NOTHING : answer(leadsTo(standing.get(), estate));
    }
    // Of a zone that was not read nobody knows what it answers.
    return answer(ours.orElse(false));
  }

  private static Answer answer(boolean leadsToGateway) {
    return leadsToGateway ? Answer.THE_GATEWAY : Answer.SOMETHING_ELSE;
  }

  private static boolean leadsTo(RecordSet record, Estate estate) {
    return estate.document().elements(FrontendAnswers.FRONTENDS).stream()
        .anyMatch(frontend -> leadsTo(record, frontend, estate));
  }

  private static boolean leadsTo(RecordSet record, Element frontend, Estate estate) {
    Optional<ResourceId> publicIp = frontend.reference("publicIPAddress");
    Optional<String> publicAddress =
        publicIp
            .flatMap(id -> Optional.ofNullable(estate.dns().publicAddresses().get(id)))
            .flatMap(Reading::asValue);
    return FrontendAnswers.privateAddress(frontend).filter(record.addresses()::contains).isPresent()
        || publicAddress.filter(record.addresses()::contains).isPresent()
        || (publicIp.isPresent() && record.target().equals(publicIp));
  }

  private static Obstacle loop(Claim claim, ResourceId zone, Estate estate) {
    String type = claim.endpoint().type().wireName();
    return new Obstacle(
        BlockCode.RECORD_LOOP,
        "in "
            + ZoneKind.of(zone).word()
            + " zone "
            + zone.name()
            + " the name "
            + claim.host()
            + " leads to "
            + estate.document().id().name()
            + ", whose pool would go by that name to itself",
        "set endpoints."
            + type
            + ".pool to address, or let a private zone of the binding lead to"
            + " the service (dns.private: service)");
  }
}
