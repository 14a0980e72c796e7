package dev.lockstep.plan;

import dev.lockstep.desire.Kind;
import dev.lockstep.desire.Site;
import dev.lockstep.model.Binding;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.HostName;
import dev.lockstep.model.ReadFailure;
import dev.lockstep.model.ResourceId;
import dev.lockstep.plan.Removals.Leaving;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From an observation and its bindings to a plan.
 *
 * <pre>
 * host name of a binding        | published? | then
 * ------------------------------+------------+-------------------------------------------------
 * listed, nothing in the way    | no         | elements and record are added
 * listed, nothing in the way    | yes        | brought to what is wanted, or left
 * listed, something in the way  | any        | blocked alone; what is there stays
 * listed, in quarantine         | any        | blocked alone; what is there stays ({@link Quarantine})
 * not listed by a complete read | yes        | pending, then removed ({@link Removals})
 * service not to be believed    | any        | blocked; what is there stays ({@link Sources})
 * </pre>
 *
 * What happens to each single element stands at {@link GatewayEdit}, to each record set at {@link
 * RecordPlan}.
 */
public final class Planner {
  private Planner() {}

  /** The plan for one target. Pure: the same input gives an equal plan. */
  public static Plan plan(PlanInput input) {
    return input
        .observation()
        .gateway()
        .asValue()
        .map(document -> withConfirmationHints(input, plan(input, document)))
        .map(plan -> Frozen.report(input, plan, Planner::plan))
        .orElseGet(
            () -> unreadable(input, input.observation().gateway().asFailure().orElseThrow()));
  }

  /**
   * The plan that a person confirmed by its hash: the ordinary one, or the one that carries out the
   * removals which wait for a person. Empty when neither has that hash any more.
   */
  public static Optional<Plan> confirmed(PlanInput input, PlanHash hash) {
    Plan ordinary = plan(input);
    if (ordinary.hash().equals(hash)) {
      return Optional.of(ordinary);
    }
    return Optional.of(plan(input.withRemovalsConfirmed())).filter(p -> p.hash().equals(hash));
  }

  private static Plan plan(PlanInput input, GatewayDocument document) {
    Findings findings = new Findings();
    Estate estate = Estate.of(input, document);
    Map<String, Binding> bindings =
        input.bindings().stream().collect(Collectors.toMap(Binding::name, Function.identity()));
    List<Source> sources = Sources.of(input, estate, findings);
    List<Claim> claims = Claim.of(sources);
    Set<HostName> claimed = claims.stream().map(Claim::host).collect(Collectors.toSet());
    Held held = Held.of(input, estate, claims);
    Held.report(input, estate, claims, findings);
    List<Source> free = held.free(sources);
    List<Leaving> leaving = held.freeRemovals(Removals.of(input, estate, sources, findings));
    GatewayFit.Attempt attempt =
        (some, said) -> new GatewayPlan(estate, bindings, free, some, leaving, claimed, said);
    List<Site> admitted =
        held.freeSites(
            sites(
                input,
                estate,
                Claim.uncontested(claims, silent(estate, sources), findings),
                findings));
    List<Site> sites = admitted.stream().filter(site -> !input.quarantine().holds(site)).toList();
    List<Site> kept = quarantined(input, estate, bindings, admitted, findings);
    GatewayPlan gateway = new GatewayFit(estate, bindings, attempt).choose(sites, findings);
    RecordPlan records = new RecordPlan(input.instance(), estate);
    Set<HostName> changing =
        gateway.changes().stream()
            .flatMap(change -> change.host().stream())
            .collect(Collectors.toSet());
    gateway
        .published()
        .forEach(site -> records.publish(site, bindings.get(site.binding()), changing));
    kept.forEach(site -> records.publish(site, bindings.get(site.binding()), Set.of()));
    gateway.leaving().forEach(records::remove);
    List<Site> served = Stream.concat(gateway.published().stream(), kept.stream()).toList();
    StaleRecords.of(input, estate, free, served, findings).forEach(records::remove);
    Leftovers.report(input, estate, findings);
    return assemble(input, gateway, records, findings);
  }

  /** What is published for services that are not to be believed now. */
  private static Map<HostName, ResourceId> silent(Estate estate, List<Source> sources) {
    Map<HostName, ResourceId> silent = new HashMap<>();
    sources.stream()
        .filter(Source.Held.class::isInstance)
        .map(source -> source.binding().service())
        .forEach(
            service ->
                Published.onGateway(estate, service)
                    .forEach(host -> silent.putIfAbsent(host, service)));
    return silent;
  }

  private static List<Site> sites(
      PlanInput input, Estate estate, List<Claim> claims, Findings findings) {
    List<Site> sites = new ArrayList<>();
    PortChoice.of(input, estate)
        .ifPresent(
            commons ->
                claims.forEach(
                    claim ->
                        Admission.of(claim, input.instance(), estate, commons, findings)
                            .ifPresent(sites::add)));
    return sites;
  }

  /** Host names that keep what they have, and whose record sets go on where they are published. */
  private static List<Site> quarantined(
      PlanInput input,
      Estate estate,
      Map<String, Binding> bindings,
      List<Site> sites,
      Findings findings) {
    List<Site> refused = sites.stream().filter(site -> input.quarantine().holds(site)).toList();
    for (Site site : refused) {
      Quarantine.Entry entry = input.quarantine().hosts().get(site.host());
      findings.block(
          BlockCode.QUARANTINED,
          bindings.get(site.binding()),
          site.host(),
          "the service refused it: " + entry.reason(),
          "put right what the service names; it is tried again when what is wanted of the host name"
              + " or its certificate changes, or with resync retry="
              + entry.hash());
    }
    return refused.stream()
        .filter(
            site ->
                estate.ownedFor(site.host()).stream()
                    .anyMatch(key -> Kind.of(key).equals(Optional.of(Kind.LISTENER))))
        .toList();
  }

  /** The sites that nothing is in the way of. */
  static List<Site> admitted(PlanInput input, Estate estate) {
    Findings unheard = new Findings();
    List<Source> sources = Sources.of(input, estate, unheard);
    List<Claim> claims = Claim.of(sources);
    return Held.of(input, estate, claims)
        .freeSites(
            sites(
                input,
                estate,
                Claim.uncontested(claims, silent(estate, sources), unheard),
                unheard));
  }

  private static Plan assemble(
      PlanInput input, GatewayPlan gateway, RecordPlan records, Findings findings) {
    List<Change> changes = new ArrayList<>(gateway.changes());
    changes.addAll(records.changes());
    changes.sort(ChangeOrder.OF_CHANGES);
    return new Plan(
        input.observation().gatewayId(),
        changes,
        findings.blocked(),
        findings.warnings(),
        findings.pending(),
        gateway.changes().isEmpty() ? Optional.empty() : Optional.of(gateway.body()),
        records.records().stream().sorted(ChangeOrder.OF_RECORDS).toList(),
        gateway.ownedAfter(),
        PlanDigest.of(input.observation().gatewayId(), changes));
  }

  /** Names, in each remedy that asks for a confirmation, the hash that has to be confirmed. */
  private static Plan withConfirmationHints(PlanInput input, Plan plan) {
    if (plan.blocked().stream().noneMatch(Planner::needsConfirmation)) {
      return plan;
    }
    // What a person confirms is the whole plan, with nothing held for want of a confirmation.
    PlanHash hash = plan(input.holding(List.of()).withRemovalsConfirmed()).hash();
    List<Blocked> blocked =
        plan.blocked().stream()
            .map(b -> needsConfirmation(b) ? b.withRemedy(b.remedy() + ": apply=" + hash) : b)
            .toList();
    return plan.withBlocked(blocked);
  }

  private static boolean needsConfirmation(Blocked blocked) {
    return blocked.remedy().equals(Removals.CONFIRM);
  }

  private static Plan unreadable(PlanInput input, ReadFailure failure) {
    Findings findings = new Findings();
    input
        .bindings()
        .forEach(
            binding ->
                findings.block(
                    BlockCode.GATEWAY_UNREADABLE, binding, failure.message(), failure.remedy()));
    return new Plan(
        input.observation().gatewayId(),
        List.of(),
        findings.blocked(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        input.observation().owned(),
        PlanDigest.of(input.observation().gatewayId(), List.of()));
  }
}
