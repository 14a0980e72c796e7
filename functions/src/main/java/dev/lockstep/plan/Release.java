package dev.lockstep.plan;

import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.GatewayDocument.Element;
import dev.lockstep.model.HostName;
import dev.lockstep.model.OwnerRecord;
import dev.lockstep.model.OwnerRecord.Owned;
import dev.lockstep.model.Sha256;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which elements of a host name the owner record would forget. They stay on the gateway as they are
 * and belong to whoever looks after them from then on. While the service lists the host name, later
 * plans report that its elements are in the way, and make no second ones.
 *
 * <pre>
 * an element of ours              | then
 * --------------------------------+-------------------------------------------
 * made or adopted for the host    | released
 * shared, and only released       | released with them
 * elements refer to it            |
 * shared, and used by others too  | stays ours; it is not removed while in use
 * </pre>
 *
 * Record sets say themselves whose they are, so nothing is released of them here.
 *
 * @param host the host name
 * @param released what would be forgotten
 * @param ownedAfter the owner record once it is confirmed
 * @param next the plan that would follow
 * @param hash names the release
 */
public record Release(
    HostName host,
    SortedSet<ElementKey> released,
    OwnerRecord ownedAfter,
    Plan next,
    PlanHash hash) {
  public Release {
    released = Collections.unmodifiableSortedSet(new TreeSet<>(released));
  }

  /** Whether there is nothing to release. */
  public boolean isEmpty() {
    return released.isEmpty();
  }

  /**
   * The release of a host name. Pure: the same input gives an equal release.
   *
   * @return empty when the gateway was not read
   */
  public static Optional<Release> of(PlanInput input, HostName host) {
    return input.observation().gateway().asValue().map(document -> of(input, document, host));
  }

  private static Release of(PlanInput input, GatewayDocument document, HostName host) {
    OwnerRecord owned = input.observation().owned().within(document);
    SortedSet<ElementKey> released =
        owned.elements().entrySet().stream()
            .filter(entry -> entry.getValue().host().equals(Optional.of(host)))
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(TreeSet::new));
    released.addAll(sharedByNobodyElse(document, owned, released));
    SortedMap<ElementKey, Owned> rest = new TreeMap<>(input.observation().owned().elements());
    rest.keySet().removeAll(released);
    OwnerRecord after = new OwnerRecord(rest);
    return new Release(
        host,
        released,
        after,
        Planner.plan(input.withObservation(input.observation().withOwned(after))),
        hash(document, host, released));
  }

  private static Set<ElementKey> sharedByNobodyElse(
      GatewayDocument document, OwnerRecord owned, Set<ElementKey> released) {
    Set<ElementKey> used = new HashSet<>();
    Set<ElementKey> usedByOthers = new HashSet<>();
    document
        .properties()
        .fieldNames()
        .forEachRemaining(
            collection -> {
              for (Element element : document.elements(collection)) {
                (released.contains(element.key()) ? used : usedByOthers)
                    .addAll(References.of(document, element));
              }
            });
    used.removeAll(usedByOthers);
    used.removeIf(key -> !owned.of(key).filter(entry -> entry.host().isEmpty()).isPresent());
    return used;
  }

  private static PlanHash hash(GatewayDocument document, HostName host, Set<ElementKey> released) {
    String keys =
        released.stream()
            .map(key -> key.toString().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining("\n"));
    return new PlanHash(
        Sha256.of("release " + document.id().key() + "\n" + host + "\n" + keys).substring(0, 16));
  }
}
