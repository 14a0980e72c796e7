package dev.lockstep.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.desire.ElementNames;
import dev.lockstep.model.Binding;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.GatewayDocument.Element;
import dev.lockstep.model.HostName;
import dev.lockstep.model.OwnerRecord;
import dev.lockstep.model.OwnerRecord.Owned;
import dev.lockstep.model.Sha256;
import dev.lockstep.plan.Adoption.Left;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Proposes what of the hand-made elements of some host names becomes ours.
 *
 * <pre>
 * an element that a hand-made listener of the host name | and                       | then
 * or its rule leads to, or that is named like ours      |                           |
 * ------------------------------------------------------+---------------------------+---------
 * is used by nobody else                                | the next plan keeps it    | adopted
 * is used by nobody else                                | the next plan would       | left
 *                                                       | replace or remove it      |
 * is used by another host name or anybody else          | any                       | left
 * any                                                   | the host name is blocked, | refused
 *                                                       | or routed by path         |
 * </pre>
 *
 * What the next plan does is not guessed but asked: it is made with the elements in the owner
 * record, and with what it would remove taken out again, until it removes nothing.
 */
public final class AdoptionProposal {
  private final PlanInput input;
  private final GatewayDocument document;
  private final OwnerRecord owned;
  private final SortedMap<HostName, String> refused = new TreeMap<>();
  private final Map<ElementKey, String> left = new TreeMap<>();

  private AdoptionProposal(PlanInput input, GatewayDocument document) {
    this.input = input.unrestrained();
    this.document = document;
    this.owned = input.observation().owned().within(document);
  }

  /**
   * The proposal for these host names. Pure: the same input gives an equal proposal.
   *
   * @return empty when the gateway was not read
   */
  public static Optional<Adoption> of(PlanInput input, Collection<HostName> hosts) {
    return input
        .observation()
        .gateway()
        .asValue()
        .map(document -> new AdoptionProposal(input, document).propose(new TreeSet<>(hosts)));
  }

  /** The host names that a plan is blocked for by elements that could be adopted. */
  public static Set<HostName> candidates(Plan plan) {
    return plan.blocked().stream()
        .filter(
            b -> b.code() == BlockCode.LISTENER_COLLISION || b.code() == BlockCode.NAME_COLLISION)
        .flatMap(b -> b.host().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Adoption propose(Set<HostName> hosts) {
    SortedMap<ElementKey, Owned> adopted = new TreeMap<>();
    for (HostName host : hosts) {
      binding(host)
          .ifPresentOrElse(
              binding -> candidates(binding, host, adopted),
              () -> refused.put(host, "no binding of the gateway publishes it"));
    }
    Plan next = settle(adopted);
    return new Adoption(
        adopted,
        left.entrySet().stream().map(e -> new Left(e.getKey(), e.getValue())).toList(),
        OwnRecords.commands(input, adopted.values()),
        refused,
        after(adopted),
        next,
        hash(adopted));
  }

  private Optional<Binding> binding(HostName host) {
    Estate estate = Estate.of(input, document);
    return Claim.of(Sources.of(input, estate, new Findings())).stream()
        .filter(claim -> claim.host().equals(host))
        .map(Claim::binding)
        .findFirst();
  }

  private void candidates(Binding binding, HostName host, Map<ElementKey, Owned> adopted) {
    HandMade handMade = new HandMade(document, owned, host);
    Optional<String> tooMuch = handMade.moreThanOneEndpoint();
    if (tooMuch.isPresent()) {
      refused.put(host, tooMuch.get() + "; one endpoint could not take its place");
      return;
    }
    Set<ElementKey> keys = new TreeSet<>(handMade.all());
    keys.addAll(orphans(binding, host));
    for (ElementKey key : keys) {
      Optional<HostName> of = isShared(key) ? Optional.empty() : Optional.of(host);
      adopted.putIfAbsent(key, new Owned(binding.service(), of, content(key), true));
    }
  }

  private Set<ElementKey> orphans(Binding binding, HostName host) {
    ElementNames names = new ElementNames(binding.prefix(), input.instance());
    return java.util.Arrays.stream(dev.lockstep.desire.Kind.values())
        .map(kind -> names.key(kind, host.value()))
        .filter(key -> document.element(key).isPresent() && !owned.owns(key))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Takes out what others use and what the next plan would not keep, until nothing is left of it.
   */
  private Plan settle(SortedMap<ElementKey, Owned> adopted) {
    while (true) {
      while (leaveShared(adopted)) {
        // What was used by an element that is left is now used by a foreign one.
      }
      Plan next = Planner.plan(hypothetical(adopted));
      if (!refuseBlocked(adopted, next) && !leaveUnkept(adopted, next)) {
        return Planner.plan(input.withObservation(input.observation().withOwned(after(adopted))));
      }
    }
  }

  private boolean leaveShared(SortedMap<ElementKey, Owned> adopted) {
    Map<ElementKey, String> shared = new TreeMap<>();
    document
        .properties()
        .fieldNames()
        .forEachRemaining(
            collection -> document.elements(collection).forEach(e -> uses(e, adopted, shared)));
    left.putAll(shared);
    return adopted.keySet().removeAll(shared.keySet());
  }

  private void uses(Element user, Map<ElementKey, Owned> adopted, Map<ElementKey, String> shared) {
    Optional<Owned> of =
        Optional.ofNullable(adopted.get(user.key())).or(() -> owned.of(user.key()));
    for (ElementKey used : References.of(document, user)) {
      Owned entry = adopted.get(used);
      boolean alone =
          entry == null
              || (of.isPresent() && (isShared(used) || of.get().host().equals(entry.host())));
      if (!alone) {
        shared.put(used, "used by " + user.key() + " as well");
      }
    }
  }

  private boolean refuseBlocked(SortedMap<ElementKey, Owned> adopted, Plan next) {
    Set<HostName> hosts =
        adopted.values().stream().flatMap(o -> o.host().stream()).collect(Collectors.toSet());
    List<Blocked> blocked =
        next.blocked().stream().filter(b -> b.host().filter(hosts::contains).isPresent()).toList();
    for (Blocked b : blocked) {
      HostName host = b.host().orElseThrow();
      refused.merge(host, b.reason() + "; " + b.remedy(), (one, other) -> one + "; " + other);
      adopted.values().removeIf(entry -> entry.host().equals(Optional.of(host)));
    }
    return !blocked.isEmpty();
  }

  private boolean leaveUnkept(SortedMap<ElementKey, Owned> adopted, Plan next) {
    List<ElementKey> unkept =
        adopted.keySet().stream().filter(key -> !next.ownedAfter().owns(key)).toList();
    unkept.forEach(key -> left.put(key, "nothing of the endpoint would take its place"));
    return adopted.keySet().removeAll(unkept);
  }

  private PlanInput hypothetical(SortedMap<ElementKey, Owned> adopted) {
    return input.withObservation(
        OwnRecords.assumed(input, adopted.values()).withOwned(after(adopted)));
  }

  private OwnerRecord after(Map<ElementKey, Owned> adopted) {
    Map<ElementKey, Owned> all = new TreeMap<>(input.observation().owned().elements());
    all.putAll(adopted);
    return new OwnerRecord(all);
  }

  private static boolean isShared(ElementKey key) {
    return key.collection().equals("sslCertificates")
        || key.collection().equals("trustedRootCertificates");
  }

  private String content(ElementKey key) {
    return document
        .element(key)
        .filter(element -> element.properties() instanceof ObjectNode)
        .map(element -> ContentHash.of(ReadOnlyParts.without((ObjectNode) element.properties())))
        .orElse("");
  }

  private PlanHash hash(SortedMap<ElementKey, Owned> adopted) {
    List<String> lines = new ArrayList<>(List.of("adopt " + document.id().key()));
    for (Entry<ElementKey, Owned> entry : adopted.entrySet()) {
      lines.add(
          entry.getKey().toString().toLowerCase(java.util.Locale.ROOT)
              + " "
              + entry.getValue().service().key()
              + " "
              + entry.getValue().host().map(HostName::value).orElse("")
              + " "
              + entry.getValue().hash());
    }
    return new PlanHash(Sha256.of(String.join("\n", lines)).substring(0, 16));
  }
}
