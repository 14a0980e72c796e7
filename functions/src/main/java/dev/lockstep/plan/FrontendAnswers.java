package dev.lockstep.plan;

import dev.lockstep.desire.RecordAnswer;
import dev.lockstep.model.GatewayDocument.Element;
import dev.lockstep.model.PrivateDns;
import dev.lockstep.model.PublicDns;
import dev.lockstep.model.ReadFailure;
import dev.lockstep.model.Reading;
import dev.lockstep.model.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a record set answers that is to lead to the gateway: only to frontends on which the host
 * name has a listener.
 *
 * <pre>
 * record to        | listener on  | address             | then
 * -----------------+--------------+---------------------+------------------------
 * private frontend | private      | in the document     | its private address
 * private frontend | private      | none                | frontendAddress
 * public frontend  | public       | read                | its public address
 * public frontend  | public       | not read            | publicAddressUnreadable
 * alias            | public       | any; it is followed | an alias to the public IP
 * any              | other kind   | any                 | frontendAddress
 * </pre>
 */
final class FrontendAnswers {
  static final String FRONTENDS = "frontendIPConfigurations";

  private final Claim claim;
  private final Estate estate;
  private final List<Element> frontends;
  private final Consumer<Obstacle> obstacles;

  /**
   * @param frontends where the host name's listeners stand
   */
  FrontendAnswers(
      Claim claim, Estate estate, List<Element> frontends, Consumer<Obstacle> obstacles) {
    this.claim = claim;
    this.estate = estate;
    this.frontends = frontends;
    this.obstacles = obstacles;
  }

  /** The private frontend's address. */
  Optional<RecordAnswer> inPrivate() {
    List<Element> chosen = frontends.stream().filter(f -> !FrontendChoice.isPublic(f)).toList();
    if (chosen.isEmpty()) {
      return nowhere(
          ZoneKind.PRIVATE, PrivateDns.FRONTEND.wireName(), PrivateDns.SERVICE.wireName());
    }
    List<String> addresses =
        chosen.stream().map(FrontendAnswers::privateAddress).flatMap(Optional::stream).toList();
    if (addresses.isEmpty()) {
      block(
          BlockCode.FRONTEND_ADDRESS,
          "frontend '" + chosen.get(0).key().name() + "' has no private address",
          "give it a static private address, or set dns.private to service");
      return Optional.empty();
    }
    return Optional.of(new RecordAnswer.OfFrontend(gateway(), false, addresses));
  }

  /** The public frontend's address, or an alias to its public IP. */
  Optional<RecordAnswer> inPublic(PublicDns choice) {
    List<ResourceId> publicIps =
        frontends.stream()
            .map(f -> f.reference("publicIPAddress"))
            .flatMap(Optional::stream)
            .toList();
    if (publicIps.isEmpty()) {
      return nowhere(ZoneKind.PUBLIC, choice.wireName(), PublicDns.NONE.wireName());
    }
    if (choice == PublicDns.ALIAS) {
      return Optional.of(new RecordAnswer.Alias(gateway(), publicIps.get(0)));
    }
    List<String> addresses = new ArrayList<>();
    for (ResourceId publicIp : publicIps) {
      Reading<String> reading = estate.dns().publicAddresses().get(publicIp);
      Optional<String> address = Optional.ofNullable(reading).flatMap(Reading::asValue);
      if (address.isEmpty()) {
        unreadable(publicIp, Optional.ofNullable(reading).flatMap(Reading::asFailure));
        return Optional.empty();
      }
      addresses.add(address.get());
    }
    return Optional.of(new RecordAnswer.OfFrontend(gateway(), true, addresses));
  }

  static Optional<String> privateAddress(Element frontend) {
    String address = frontend.properties().path("privateIPAddress").asText("");
    return address.isEmpty() ? Optional.empty() : Optional.of(address);
  }

  private ResourceId gateway() {
    return estate.document().id();
  }

  private Optional<RecordAnswer> nowhere(ZoneKind kind, String choice, String instead) {
    // Without a frontend the host name is blocked already, and its reason said.
    if (!frontends.isEmpty()) {
      block(
          BlockCode.FRONTEND_ADDRESS,
          kind.setting()
              + " is "
              + choice
              + ", but "
              + claim.host()
              + " stands on no "
              + kind.word()
              + " frontend",
          "name a "
              + kind.word()
              + " frontend in endpoints."
              + claim.endpoint().type().wireName()
              + ".frontend, or set "
              + kind.setting()
              + " to "
              + instead);
    }
    return Optional.empty();
  }

  private void unreadable(ResourceId publicIp, Optional<ReadFailure> failure) {
    boolean hidden =
        failure
            .map(ReadFailure::kind)
            .filter(k -> k == ReadFailure.Kind.FORBIDDEN || k == ReadFailure.Kind.NOT_FOUND)
            .isPresent();
    block(
        BlockCode.PUBLIC_ADDRESS_UNREADABLE,
        failure.map(ReadFailure::message).orElse("nothing was read of " + publicIp),
        hidden
            ? "grant Microsoft.Network/publicIPAddresses/read on "
                + publicIp
                + " (the custom role in infra/ holds it), or set dns.public to alias"
            : failure.map(ReadFailure::remedy).filter(r -> !r.isBlank()).orElse("look again"));
  }

  private void block(BlockCode code, String reason, String remedy) {
    obstacles.accept(new Obstacle(code, reason, remedy));
  }
}
