package dev.lockstep.plan;

import dev.lockstep.desire.OwnerMark;
import dev.lockstep.desire.RecordAnswer;
import dev.lockstep.desire.ServiceAddresses;
import dev.lockstep.desire.WantedRecord;
import dev.lockstep.model.Binding;
import dev.lockstep.model.DnsPolicy;
import dev.lockstep.model.GatewayDocument.Element;
import dev.lockstep.model.PrivateDns;
import dev.lockstep.model.Reading;
import dev.lockstep.model.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Which record sets a host name gets, and what keeps it from them. Private and public zones are
 * looked at for themselves, so that a name may have an answer in both (split horizon).
 *
 * <pre>
 * wanted (dns.private, dns.public) | then
 * ---------------------------------+----------------------------------------------------------
 * none                             | no record set, and no zone is needed
 * service                          | A with the addresses of the service ({@link ServiceAddresses})
 * frontend                         | A with the frontend's addresses ({@link FrontendAnswers})
 * alias                            | an alias to the public IP ({@link FrontendAnswers})
 *
 * zones of the binding that hold the name     | then
 * --------------------------------------------+---------------------------------------------
 * none                                        | zoneMissing
 * the longest name wins; several of that name | a record set in each
 * not read                                    | zoneUnreadable
 * something in the way ({@link ZoneLook})     | recordCollision
 * another binding of the service disagrees    | recordContested: nobody writes, what stands stays
 * no address of the service is known          | serviceWithoutAddress
 * more than 20 addresses                      | recordLimit
 * </pre>
 *
 * An obstacle holds back that record set alone. Only where the pool goes by the host name is the
 * private record set what the gateway finds the service by: then the host name waits with it.
 */
final class RecordChoice {
  // Microsoft Learn, dns limits: 20 records per record set, private and public.
  static final int MOST_ADDRESSES = 20;

  private final Claim claim;
  private final Estate estate;
  private final List<Element> frontends;
  private final RecordObstacles says;
  private final List<WantedRecord> records = new ArrayList<>();
  private final List<Obstacle> ofHost = new ArrayList<>();
  private final List<Obstacle> ofRecords = new ArrayList<>();

  private RecordChoice(Claim claim, Estate estate, List<Element> frontends) {
    this.claim = claim;
    this.estate = estate;
    this.frontends = frontends;
    this.says = new RecordObstacles(claim);
  }

  /**
   * The choice for one host name.
   *
   * @param frontends where its listeners stand; empty when that is not known
   */
  static RecordChoice of(Claim claim, Estate estate, List<Element> frontends) {
    RecordChoice choice = new RecordChoice(claim, estate, frontends);
    for (ZoneKind kind : ZoneKind.values()) {
      if (kind.isWantedBy(claim.binding().dns())) {
        choice.choose(kind);
      }
    }
    LoopCheck.of(claim, choice.records, estate).ifPresent(choice.ofHost::add);
    return choice;
  }

  /** The record sets that can be written. */
  List<WantedRecord> records() {
    return List.copyOf(records);
  }

  /** What keeps the host name from being published. */
  List<Obstacle> ofHost() {
    return List.copyOf(ofHost);
  }

  /** What keeps record sets alone from being written. */
  List<Obstacle> ofRecords() {
    return List.copyOf(ofRecords);
  }

  private void choose(ZoneKind kind) {
    boolean needed = kind == ZoneKind.PRIVATE && LoopCheck.goesByName(claim.policy(), claim.host());
    Consumer<Obstacle> obstacles = needed ? ofHost::add : ofRecords::add;
    List<ResourceId> zones = kind.holding(claim.host(), claim.binding());
    if (zones.isEmpty()) {
      obstacles.accept(says.zoneMissing(kind));
    }
    for (ResourceId zone : zones) {
      List<Obstacle> inTheWay = inTheWay(zone);
      inTheWay.forEach(obstacles);
      if (inTheWay.isEmpty()) {
        answer(kind, obstacles)
            .ifPresent(
                answer ->
                    records.add(
                        new WantedRecord(
                            zone,
                            claim.host().relativeTo(zone.name()),
                            answer,
                            claim.binding().ttlSeconds())));
      }
    }
  }

  private Optional<RecordAnswer> answer(ZoneKind kind, Consumer<Obstacle> obstacles) {
    DnsPolicy dns = claim.binding().dns();
    FrontendAnswers atGateway = new FrontendAnswers(claim, estate, frontends, obstacles);
    Optional<RecordAnswer> answer =
        kind == ZoneKind.PUBLIC
            ? atGateway.inPublic(dns.inPublic())
            : dns.inPrivate() == PrivateDns.FRONTEND ? atGateway.inPrivate() : ofService(obstacles);
    if (answer.isPresent() && answer.get().addresses().size() > MOST_ADDRESSES) {
      obstacles.accept(says.tooMany(answer.get().addresses().size(), MOST_ADDRESSES));
      return Optional.empty();
    }
    return answer;
  }

  private Optional<RecordAnswer> ofService(Consumer<Obstacle> obstacles) {
    List<String> addresses =
        ServiceAddresses.of(claim.service(), claim.binding(), claim.endpoint().type());
    if (addresses.isEmpty()) {
      // An empty record set is legal, and would take the name off the net.
      // Where the pool needs addresses too, it has said so itself.
      if (LoopCheck.goesByName(claim.policy(), claim.host())) {
        obstacles.accept(says.withoutAddress());
      }
      return Optional.empty();
    }
    return Optional.of(new RecordAnswer.OfService(claim.service().id(), addresses));
  }

  private List<Obstacle> inTheWay(ResourceId zone) {
    Optional<ZoneLook> look = estate.dns().look(zone);
    if (look.isEmpty()) {
      return List.of(
          says.unreadable(
              zone,
              Optional.ofNullable(estate.dns().zones().get(zone)).flatMap(Reading::asFailure)));
    }
    List<Obstacle> obstacles = new ArrayList<>();
    OwnerMark mark = estate.dns().mark(claim.binding().service());
    look.get()
        .inTheWay(claim.host().relativeTo(zone.name()), mark)
        .ifPresent(record -> obstacles.add(RecordObstacles.collision(look.get().zone(), record)));
    contesting(zone).ifPresent(other -> obstacles.add(says.contested(zone, other)));
    return obstacles;
  }

  /** A binding of the service that wants something else there. */
  private Optional<Binding> contesting(ResourceId zone) {
    List<RecordWish> wishes =
        RecordWish.of(estate.dns().bindings(), claim.service(), claim.endpoint()).stream()
            .filter(wish -> wish.zone().equals(zone))
            .toList();
    return wishes.stream()
        .filter(wish -> wish.binding().equals(claim.binding()))
        .findFirst()
        .flatMap(mine -> wishes.stream().filter(mine::isContestedBy).findFirst())
        .map(RecordWish::binding);
  }
}
