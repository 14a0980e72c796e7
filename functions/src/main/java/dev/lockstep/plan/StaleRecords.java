package dev.lockstep.plan;

import dev.lockstep.desire.Site;
import dev.lockstep.model.Binding;
import dev.lockstep.model.DeletePolicy;
import dev.lockstep.model.Endpoint;
import dev.lockstep.model.HostName;
import dev.lockstep.plan.Published.OwnRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Record sets of ours that nobody wants any more though the service lists the host name: another
 * dns choice, another zone, a type that is no longer published.
 *
 * <pre>
 * ours, and                                       | policy | then
 * ------------------------------------------------+--------+------------------------------------
 * a binding of the service wants it, any gateway  | any    | stays
 * the gateway still has the host name on its way  | any    | stays until that has left
 *   out ({@link Removals})                        |        |
 * wanted in another zone, where it does not stand | any    | stays until that one is written
 *   and cannot be written                         |        |
 * a pool goes by the name, and nothing private    | any    | stays: recordInUse
 *   takes its place                               |        |
 * none of these                                   | sync   | removed one TTL later; names without a
 *                                                 |        | new record set count: deleteCap
 * none of these                                   | other  | stays: removalWithheld
 * </pre>
 *
 * There is no second look as for a host name that is gone: here a complete read lists the host
 * name, and that nobody wants the record set is the word of the configuration. The removal itself
 * takes two runs, one time to live apart, and the second must still ask for it. A zone that no
 * binding names any more is not read, so what stands in it stays.
 */
final class StaleRecords {
  private final PlanInput input;
  private final Estate estate;
  private final Collection<Site> published;
  private final Findings findings;
  private final List<Stale> stale = new ArrayList<>();

  private StaleRecords(
      PlanInput input, Estate estate, Collection<Site> published, Findings findings) {
    this.input = input;
    this.estate = estate;
    this.published = published;
    this.findings = findings;
  }

  /**
   * A record set that goes.
   *
   * @param leavesNothing whether the host name is still published, and has no record set of this
   *     kind then
   */
  record Stale(Binding binding, OwnRecord record, boolean leavesNothing) {}

  /**
   * @param published the sites of this plan, with the record sets that can be written
   */
  static List<Stale> of(
      PlanInput input,
      Estate estate,
      List<Source> sources,
      Collection<Site> published,
      Findings findings) {
    StaleRecords records = new StaleRecords(input, estate, published, findings);
    for (Source source : sources) {
      if (source instanceof Source.Complete complete) {
        records.lookAt(complete);
      }
    }
    return List.copyOf(records.stale);
  }

  private void lookAt(Source.Complete source) {
    List<Stale> found = new ArrayList<>();
    for (OwnRecord own : Published.inZones(estate, input.instance(), source.binding())) {
      source.service().endpoints().stream()
          .filter(endpoint -> endpoint.host().equals(own.host()))
          .findFirst()
          .flatMap(endpoint -> judge(source, endpoint, own))
          .ifPresent(found::add);
    }
    settle(source.binding(), found);
  }

  private Optional<Stale> judge(Source.Complete source, Endpoint endpoint, OwnRecord own) {
    Binding binding = source.binding();
    ZoneKind kind = ZoneKind.of(own.zone());
    boolean chosen = source.chosen().contains(endpoint);
    boolean leaving =
        !chosen && Published.onGateway(estate, binding.service()).contains(own.host());
    List<RecordWish> wishes =
        RecordWish.of(estate.dns().bindings(), source.service(), endpoint).stream()
            .filter(wish -> wish.kind() == kind)
            .toList();
    if (leaving || wishes.stream().anyMatch(wish -> wish.zone().equals(own.zone()))) {
      return Optional.empty();
    }
    boolean wishedElsewhere = wishes.stream().anyMatch(wish -> wish.binding().equals(binding));
    boolean replaced = stands(own.host(), kind);
    if (wishedElsewhere && !replaced) {
      return Optional.empty();
    }
    if (kind == ZoneKind.PRIVATE && isGoneBy(source, endpoint, wishes)) {
      inUse(binding, own);
      return Optional.empty();
    }
    return Optional.of(new Stale(binding, own, chosen && !replaced));
  }

  /** Whether this plan has a record set of that kind for the host name, written or to be. */
  private boolean stands(HostName host, ZoneKind kind) {
    return published.stream()
        .filter(site -> site.host().equals(host))
        .flatMap(site -> site.records().stream())
        .anyMatch(record -> ZoneKind.of(record.zone()) == kind);
  }

  /** Whether a pool of any gateway goes by the host name, and its binding wants no other record. */
  private boolean isGoneBy(Source.Complete source, Endpoint endpoint, List<RecordWish> wishes) {
    return estate.dns().bindings().stream()
        .filter(binding -> wishes.stream().noneMatch(wish -> wish.binding().equals(binding)))
        .filter(binding -> RecordWish.isPublishedBy(binding, source.service(), endpoint))
        .anyMatch(
            binding ->
                LoopCheck.goesByName(binding.endpoints().get(endpoint.type()), endpoint.host()));
  }

  private void inUse(Binding binding, OwnRecord own) {
    findings.block(
        BlockCode.RECORD_IN_USE,
        binding,
        own.host(),
        "no binding wants record set "
            + own.record().name()
            + " in zone "
            + own.zone().name()
            + " any more, but a pool still goes by that name",
        "set pool to address; or, where the gateway's network finds the service by other means,"
            + " remove the record set by hand");
  }

  private void settle(Binding binding, List<Stale> found) {
    if (binding.deletePolicy() != DeletePolicy.SYNC) {
      found.forEach(record -> withheld(binding, record.record()));
      return;
    }
    Set<HostName> bare =
        found.stream()
            .filter(Stale::leavesNothing)
            .map(record -> record.record().host())
            .collect(Collectors.toCollection(TreeSet::new));
    int all = Published.hosts(estate, input.instance(), binding).size();
    boolean confirmed = input.confirmation() == Confirmation.REMOVALS;
    boolean overCap = !confirmed && !binding.deleteCap().allows(bare.size(), all);
    if (overCap) {
      findings.block(
          BlockCode.DELETE_CAP,
          binding,
          bare.size()
              + " of "
              + all
              + " published host names would lose a record set, the cap is "
              + binding.deleteCap().hosts()
              + " or "
              + binding.deleteCap().percent()
              + " %: "
              + bare.stream().map(HostName::value).collect(Collectors.joining(", ")),
          Removals.CONFIRM);
    }
    found.stream().filter(record -> !overCap || !record.leavesNothing()).forEach(stale::add);
  }

  private void withheld(Binding binding, OwnRecord own) {
    findings.warn(
        WarningCode.REMOVAL_WITHHELD,
        binding.name(),
        "record set "
            + own.record().name()
            + " in "
            + ZoneKind.of(own.zone()).word()
            + " zone "
            + own.zone().name()
            + " is no longer wanted; it stays, because the delete policy is "
            + binding.deletePolicy().wireName()
            + "; remove it by hand or set deletePolicy to sync");
  }
}
