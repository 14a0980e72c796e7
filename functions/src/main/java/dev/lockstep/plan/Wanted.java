package dev.lockstep.plan;

import dev.lockstep.desire.Kind;
import dev.lockstep.desire.Site;
import dev.lockstep.desire.SiteElements;
import dev.lockstep.desire.WantedElement;
import dev.lockstep.model.Binding;
import dev.lockstep.model.DeletePolicy;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.HostName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The sites that are to be published and their elements by key; an element that several sites share
 * stands here once, for the first of them.
 */
final class Wanted {
  private final Map<HostName, Site> sites = new LinkedHashMap<>();
  private final Map<HostName, List<WantedElement>> elements = new LinkedHashMap<>();
  private final Map<ElementKey, WantedElement> byKey = new LinkedHashMap<>();

  /**
   * @param bindings by name; elements of one that may not remove anything are never renamed
   */
  Wanted(List<Site> sites, Estate estate, Map<String, Binding> bindings) {
    for (Site site : sites) {
      this.sites.put(site.host(), site);
      elements.put(site.host(), SiteElements.of(site));
    }
    Map<ElementKey, ElementKey> names =
        KeptNames.of(
            elements.values().stream().flatMap(List::stream).toList(),
            estate,
            estate.keptNames(bindings.values()));
    elements.replaceAll((host, ofSite) -> KeptNames.apply(ofSite, names, estate));
    index();
  }

  Collection<Site> sites() {
    return sites.values();
  }

  /** The elements of one site. */
  List<WantedElement> elementsOf(Site site) {
    return elements.get(site.host());
  }

  /** All elements of the sites, each once. */
  Map<ElementKey, WantedElement> elements() {
    return Collections.unmodifiableMap(byKey);
  }

  private void index() {
    byKey.clear();
    for (List<WantedElement> ofSite : elements.values()) {
      ofSite.forEach(element -> byKey.putIfAbsent(element.key(), element));
    }
  }

  /** Leaves sites out: what they have stays as it is. */
  void hold(Predicate<Site> which) {
    List<HostName> held = sites.values().stream().filter(which).map(Site::host).toList();
    held.forEach(sites::remove);
    held.forEach(elements::remove);
    if (!held.isEmpty()) {
      index();
    }
  }

  /** Leaves out each site one of whose elements has the name of a foreign one. */
  void holdNameCollisions(Estate estate, Map<String, Binding> bindings, Findings findings) {
    Set<HostName> collided = new LinkedHashSet<>();
    for (Site site : sites.values()) {
      List<ElementKey> foreign = new ArrayList<>();
      for (WantedElement element : elements.get(site.host())) {
        if (estate.document().element(element.key()).isPresent()
            && !estate.owned().owns(element.key())) {
          foreign.add(element.key());
        }
      }
      if (!foreign.isEmpty()) {
        collided.add(site.host());
        findings.block(
            BlockCode.NAME_COLLISION,
            bindings.get(site.binding()),
            site.host(),
            "not in the owner record, but named as ours would be: "
                + String.join(", ", foreign.stream().map(ElementKey::toString).toList()),
            "adopt it, remove or rename it, or choose another prefix");
      }
    }
    hold(site -> collided.contains(site.host()));
  }

  /**
   * Leaves out, under {@code create-only}, each site that is published already.
   *
   * @return the sites left out
   */
  List<Site> holdCreated(Estate estate, Map<String, Binding> bindings) {
    List<Site> created =
        sites.values().stream()
            .filter(
                site ->
                    bindings.get(site.binding()).deletePolicy() == DeletePolicy.CREATE_ONLY
                        && estate.ownedFor(site.host()).stream()
                            .anyMatch(key -> Kind.of(key).equals(Optional.of(Kind.LISTENER))))
            .toList();
    hold(created::contains);
    return created;
  }
}
