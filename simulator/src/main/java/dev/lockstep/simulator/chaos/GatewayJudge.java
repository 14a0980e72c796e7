package dev.lockstep.simulator.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.simulator.agw.Gateway;
import dev.lockstep.simulator.json.Canonical;
import dev.lockstep.simulator.world.ResourceId;
import dev.lockstep.simulator.world.Switches.IfMatch;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Judges every gateway write of the app by the document just before and just after it. An element
 * that the app brought first is the app's for good, also when a colleague with an old copy brings
 * it back: all else is of others.
 */
final class GatewayJudge {
  private final List<Publication> publications;
  private final Truth truth;
  private final IfMatch ifMatch;
  private final Violations violations;
  private final Map<String, Set<String>> ours = new HashMap<>();
  private final Map<String, Set<String>> others = new HashMap<>();
  private final Set<String> ownOperations = new HashSet<>();
  private final Tally puts = new Tally();
  private int overtaken;

  GatewayJudge(
      List<Publication> publications, Truth truth, IfMatch ifMatch, Violations violations) {
    this.publications = publications;
    this.truth = truth;
    this.ifMatch = ifMatch;
    this.violations = violations;
  }

  /** A colleague wrote, or the world began with this. */
  void foreign(Gateway now) {
    others.computeIfAbsent(now.id().key(), key -> new HashSet<>()).addAll(foreignKeys(now));
  }

  /** The app wrote; the documents tell whether it took effect. */
  void own(Optional<Gateway> before, Optional<Gateway> after) {
    if (before.isEmpty()
        || after.isEmpty()
        || before.get().operation().equals(after.get().operation())) {
      return;
    }
    judge(before.get(), after.get());
    after.get().operation().ifPresent(ownOperations::add);
  }

  private void judge(Gateway before, Gateway after) {
    String name = after.id().name();
    puts.add(after.id().key());
    if (before.document().equals(after.document())) {
      violations.add("a PUT of " + name + " changed nothing");
    }
    if (before.operation().filter(ownOperations::contains).isPresent()) {
      violations.add("a PUT of " + name + " came while the app's own change was under way");
    }
    Set<String> mine = ours.computeIfAbsent(after.id().key(), key -> new HashSet<>());
    Set<String> brought = new TreeSet<>(Elements.introduced(after));
    brought.removeAll(Elements.of(before.document()).keySet());
    Set<String> theirs = others.getOrDefault(after.id().key(), Set.of());
    brought.removeAll(mine);
    Set<String> revived = new TreeSet<>(brought);
    revived.retainAll(theirs);
    brought.removeAll(revived);
    mine.addAll(brought);
    String was = Canonical.hash(Elements.without(before, mine));
    String is = Canonical.hash(Elements.without(after, mine));
    if (!was.equals(is) || !revived.isEmpty()) {
      overtaken++;
      if (ifMatch == IfMatch.HONOURED) {
        violations.add(
            "a PUT of " + name + " changed what others wrote, though If-Match is honoured");
      }
    }
    removed(before, after, mine);
  }

  private void removed(Gateway before, Gateway after, Set<String> mine) {
    Set<String> gone = hosts(before, mine);
    gone.removeAll(hosts(after, mine));
    List<ResourceId> services =
        publications.stream()
            .filter(one -> one.gateway().sameAs(after.id()))
            .map(Publication::service)
            .toList();
    for (String host : gone) {
      if (truth.surelyListed(services, host)) {
        violations.add(host + " was removed from " + after.id().name() + " though it is listed");
      }
    }
  }

  private static Set<String> hosts(Gateway gateway, Set<String> keys) {
    Set<String> hosts = new TreeSet<>();
    for (Map.Entry<String, JsonNode> element : Elements.of(gateway.document()).entrySet()) {
      if (element.getKey().startsWith("httplisteners/") && keys.contains(element.getKey())) {
        hosts.addAll(Elements.hosts(element.getValue()));
      }
    }
    return hosts;
  }

  private Set<String> foreignKeys(Gateway gateway) {
    Set<String> keys = new HashSet<>(Elements.of(gateway.document()).keySet());
    keys.removeAll(ours(gateway.id()));
    return keys;
  }

  /** Keys of what the app brought to a gateway. */
  Set<String> ours(ResourceId gateway) {
    return ours.getOrDefault(gateway.key(), Set.of());
  }

  /** How many PUTs of the app each gateway took. */
  Tally puts() {
    return puts;
  }

  /** How many of the app's writes changed what others had written. */
  int overtaken() {
    return overtaken;
  }
}
