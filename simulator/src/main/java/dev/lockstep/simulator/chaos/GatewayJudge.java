package dev.lockstep.simulator.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.simulator.agw.Gateway;
import dev.lockstep.simulator.json.Canonical;
import dev.lockstep.simulator.world.ResourceId;
import dev.lockstep.simulator.world.Switches.IfMatch;
import java.time.Duration;
import java.time.Instant;
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
  private static final Duration TRIAL = Duration.ofMinutes(15);

  /** No read lags by this, and no write takes this long to arrive. */
  private static final Duration LONG_SEEN = Duration.ofMinutes(3);

  private final List<Publication> publications;
  private final Map<String, Instant> brought = new HashMap<>();
  private final Truth truth;
  private final IfMatch ifMatch;
  private final Violations violations;
  private final Map<String, Set<String>> ours = new HashMap<>();
  private final Map<String, Set<String>> others = new HashMap<>();
  private final Set<String> ownOperations = new HashSet<>();
  private final Tally puts = new Tally();
  private final Set<String> nudges = new HashSet<>();
  private final Set<String> lastWritten = new HashSet<>();
  private final Map<String, Instant> foreignAt = new HashMap<>();
  private boolean nudgesAllowed;
  private int overtaken;

  GatewayJudge(
      List<Publication> publications, Truth truth, IfMatch ifMatch, Violations violations) {
    this.publications = publications;
    this.truth = truth;
    this.ifMatch = ifMatch;
    this.violations = violations;
  }

  /** Backends changed in a way that a gateway may have to be told of by an identical PUT. */
  void backendsChanged() {
    nudges.clear();
    nudgesAllowed = true;
  }

  private boolean mayNudge(Gateway gateway) {
    return nudgesAllowed && nudges.add(gateway.id().key());
  }

  /** Whether the app's write was the last that a gateway took. */
  boolean isLastWriter(ResourceId gateway) {
    return lastWritten.contains(gateway.key());
  }

  /** A colleague wrote, or the world began with this. */
  void foreign(Gateway now) {
    lastWritten.remove(now.id().key());
    foreignAt.put(now.id().key(), truth.now());
    others.computeIfAbsent(now.id().key(), key -> new HashSet<>()).addAll(foreignKeys(now));
  }

  /** The app wrote; the documents tell whether it took effect. */
  void own(Optional<Gateway> before, Optional<Gateway> after) {
    if (before.isEmpty()
        || after.isEmpty()
        || before.get().operation().equals(after.get().operation())) {
      return;
    }
    lastWritten.add(after.get().id().key());
    judge(before.get(), after.get());
    after.get().operation().ifPresent(ownOperations::add);
  }

  private void judge(Gateway before, Gateway after) {
    String name = after.id().name();
    puts.add(after.id().key());
    boolean mends = before.state().equals("Failed");
    if (before.document().equals(after.document()) && !mends && !mayNudge(after)) {
      violations.add("a PUT of " + name + " changed nothing");
    }
    if (before.operation().filter(ownOperations::contains).isPresent()) {
      violations.add("a PUT of " + name + " came while the app's own change was under way");
    }
    Set<String> mine = ours.computeIfAbsent(after.id().key(), key -> new HashSet<>());
    Set<String> fresh = new TreeSet<>(Elements.introduced(after));
    fresh.removeAll(Elements.of(before.document()).keySet());
    Set<String> theirs = others.getOrDefault(after.id().key(), Set.of());
    fresh.removeAll(mine);
    Set<String> revived = new TreeSet<>(fresh);
    revived.retainAll(theirs);
    fresh.removeAll(revived);
    mine.addAll(fresh);
    String was = Canonical.hash(Elements.without(before, mine));
    String is = Canonical.hash(Elements.without(after, mine));
    if (!was.equals(is) || !revived.isEmpty()) {
      overtaken++;
      violations.note("the PUT of " + name + " overtook a write of others, back came " + revived);
      if (ifMatch == IfMatch.HONOURED) {
        violations.add(
            "a PUT of " + name + " changed what others wrote, though If-Match is honoured");
      }
      Instant last = foreignAt.getOrDefault(after.id().key(), Instant.EPOCH);
      if (last.plus(LONG_SEEN).isBefore(truth.now())) {
        violations.add("a PUT of " + name + " took back what others had written long before");
      }
    }
    removed(before, after, mine);
  }

  private void removed(Gateway before, Gateway after, Set<String> mine) {
    Set<String> there = hosts(before, mine);
    Set<String> stay = hosts(after, mine);
    Instant now = truth.now();
    stay.stream()
        .filter(host -> !there.contains(host))
        .forEach(host -> brought.put(after.id().key() + " " + host, now));
    if (before.state().equals("Failed")) {
      // What the change before brought may be taken back with it.
      return;
    }
    Set<String> gone = new TreeSet<>(there);
    gone.removeAll(stay);
    gone.removeIf(host -> isOnTrial(after.id(), host, now));
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

  /** Whether a host name was brought so lately that taking it back may be a rollback. */
  private boolean isOnTrial(ResourceId gateway, String host, Instant now) {
    return brought.getOrDefault(gateway.key() + " " + host, Instant.EPOCH).plus(TRIAL).isAfter(now);
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
