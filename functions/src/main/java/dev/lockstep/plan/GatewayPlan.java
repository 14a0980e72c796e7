package dev.lockstep.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.desire.Kind;
import dev.lockstep.desire.Site;
import dev.lockstep.model.Binding;
import dev.lockstep.model.DeletePolicy;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument.Element;
import dev.lockstep.model.HostName;
import dev.lockstep.model.OwnerRecord;
import dev.lockstep.plan.Removals.Leaving;
import dev.lockstep.route.NewRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The gateway's part of a plan: what is written, replaced, taken out and swept up. */
final class GatewayPlan {
  private final Estate estate;
  private final Map<String, Binding> bindings;
  private final List<Source> sources;
  private final Findings findings;
  private final Wanted wanted;
  private final List<Leaving> leaving;
  private final GatewayEdit edit;
  private final Map<ElementKey, Leaving> going = new TreeMap<>();
  private final Set<ElementKey> usedByForeign = new HashSet<>();
  private List<Site> created = List.of();

  /**
   * @param sites what is to be published
   * @param leaving the host names that leave
   * @param claimed host names that some binding of the target wants: their elements never leave
   */
  GatewayPlan(
      Estate estate,
      Map<String, Binding> bindings,
      List<Source> sources,
      List<Site> sites,
      List<Leaving> leaving,
      Set<HostName> claimed,
      Findings findings) {
    this.estate = estate;
    this.bindings = bindings;
    this.sources = sources;
    this.findings = findings;
    this.wanted = new Wanted(sites, estate, bindings);
    this.leaving = new ArrayList<>(leaving);
    this.edit = new GatewayEdit(estate);
    make(claimed);
  }

  private void make(Set<HostName> claimed) {
    wanted.holdNameCollisions(estate, bindings, findings);
    created = wanted.holdCreated(estate, bindings);
    holdWherePrioritiesAreMissing();
    holdReplacementsInUse();
    holdLeavingInUse();
    leaving.stream()
        .filter(gone -> !claimed.contains(gone.host()))
        .forEach(gone -> owned(gone).forEach(key -> going.put(key, gone)));
    Map<ElementKey, Integer> priorities = place();
    edit.write(wanted.elements().values(), priorities, createOnly());
    for (Site site : wanted.sites()) {
      unneeded(site).forEach(key -> edit.remove(key, site.binding(), unneeded(site, key)));
    }
    going.forEach(
        (key, gone) ->
            edit.remove(
                key, gone.source().binding().name(), Reasons.gone(gone.host(), gone.source())));
    new Sweep(estate, sources).of(edit, wanted.elements().keySet());
  }

  /**
   * Either all rules have a priority or none; gateways from before api-version 2021-08-01 have none
   * until they are written for the first time (Microsoft Learn, "Multiple site hosting").
   */
  private void holdWherePrioritiesAreMissing() {
    Optional<Element> without =
        estate.foreign(Kind.RULE.collection()).stream()
            .filter(rule -> !rule.properties().path("priority").isNumber())
            .findFirst();
    if (without.isEmpty()) {
      return;
    }
    wanted.hold(
        site -> {
          boolean isNew =
              site.openings().stream()
                  .anyMatch(opening -> estate.document().element(opening.rule()).isEmpty());
          if (isNew) {
            findings.block(
                BlockCode.PRIORITY_MISSING,
                bindings.get(site.binding()),
                site.host(),
                "rule '" + without.get().key().name() + "' has no priority",
                "update the gateway once, for example a tag: the service gives every rule a"
                    + " priority then");
          }
          return isNew;
        });
  }

  private Set<String> createOnly() {
    return bindings.values().stream()
        .filter(binding -> binding.deletePolicy() == DeletePolicy.CREATE_ONLY)
        .map(Binding::name)
        .collect(Collectors.toSet());
  }

  /**
   * Elements of the site's host name that are wanted no more; none where the binding may not remove
   * anything. Nothing is in the way of their successors then: elements keep their names.
   */
  private List<ElementKey> unneeded(Site site) {
    if (bindings.get(site.binding()).deletePolicy() != DeletePolicy.SYNC) {
      return List.of();
    }
    Set<ElementKey> keys = wanted.elements().keySet();
    return estate.ownedFor(site.host()).stream().filter(key -> !keys.contains(key)).toList();
  }

  private boolean isReplaced(Site site, ElementKey key) {
    return wanted.elements().values().stream()
        .filter(element -> element.host().equals(Optional.of(site.host())))
        .anyMatch(
            element ->
                element.key().collection().equals(key.collection())
                    && estate.document().element(element.key()).isEmpty());
  }

  private String unneeded(Site site, ElementKey key) {
    return isReplaced(site, key)
        ? Reasons.replaced(site.host())
        : Reasons.unconfigured(site.host());
  }

  private List<ElementKey> owned(Leaving gone) {
    return estate.ownedFor(gone.source().binding().service(), gone.host());
  }

  private void holdReplacementsInUse() {
    wanted.hold(
        site -> {
          Optional<ElementKey> used = used(unneeded(site));
          used.ifPresent(key -> inUse(bindings.get(site.binding()), site.host(), key));
          return used.isPresent();
        });
  }

  private void holdLeavingInUse() {
    leaving.removeIf(
        gone -> {
          Optional<ElementKey> used = used(owned(gone));
          used.ifPresent(key -> inUse(gone.source().binding(), gone.host(), key));
          return used.isPresent();
        });
  }

  private Optional<ElementKey> used(Collection<ElementKey> keys) {
    return keys.stream().filter(key -> usedByForeign().contains(key)).sorted().findFirst();
  }

  // Only what leaves asks for it; most plans take nothing away.
  private Set<ElementKey> usedByForeign() {
    if (usedByForeign.isEmpty()) {
      estate.foreign().forEach(e -> usedByForeign.addAll(References.of(estate.document(), e)));
    }
    return usedByForeign;
  }

  private void inUse(Binding binding, HostName host, ElementKey key) {
    findings.block(
        BlockCode.STILL_REFERENCED,
        binding,
        host,
        key + " is used by an element that is not ours",
        "point that element to something else; then the removal goes on");
  }

  /** Priorities of the rules that are new or move; sites without a place are held. */
  private Map<ElementKey, Integer> place() {
    Map<Site, List<NewRule>> rules = new LinkedHashMap<>();
    Set<String> createOnly = createOnly();
    for (Site site : wanted.sites()) {
      List<NewRule> some =
          new ArrayList<>(SiteRules.of(wanted.elementsOf(site), estate.document()));
      if (createOnly.contains(site.binding())) {
        some.removeIf(rule -> estate.owned().owns(rule.rule()));
      }
      rules.put(site, some);
    }
    Placement placement = new RulePlaces(estate, rules, this::unneeded, going.keySet()).choose();
    placement
        .blocked()
        .forEach(
            (site, obstacle) ->
                findings.block(
                    obstacle.code(),
                    bindings.get(site.binding()),
                    site.host(),
                    obstacle.reason(),
                    obstacle.remedy()));
    wanted.hold(placement.blocked()::containsKey);
    placement
        .claims()
        .forEach(
            (site, claims) ->
                claims.forEach(
                    words -> findings.warn(WarningCode.HOST_CLAIMED, site.binding(), words)));
    return placement.numbers();
  }

  /** The sites that are published, without those that had to be held. */
  List<Site> published() {
    List<Site> published = new ArrayList<>(wanted.sites());
    published.addAll(created);
    return published;
  }

  /** The host names that leave, without those that had to be kept. */
  List<Leaving> leaving() {
    return leaving;
  }

  List<Change> changes() {
    return edit.changes();
  }

  ObjectNode body() {
    return edit.body();
  }

  OwnerRecord ownedAfter() {
    return edit.ownedAfter();
  }
}
