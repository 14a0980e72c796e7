package dev.lockstep.simulator.chaos;

import dev.lockstep.simulator.dns.RecordSet;
import dev.lockstep.simulator.world.ResourceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Judges every record set write of the app, and knows which record sets others wrote last. */
final class RecordJudge {
  private final List<Publication> publications;
  private final Truth truth;
  private final Violations violations;
  private final Set<String> ours = new TreeSet<>();
  private final Map<String, RecordSet> others = new TreeMap<>();

  RecordJudge(List<Publication> publications, Truth truth, Violations violations) {
    this.publications = publications;
    this.truth = truth;
    this.violations = violations;
  }

  /** A colleague wrote a record set that is not the app's, or the world began with it. */
  void foreign(RecordSet now) {
    if (!ours.contains(now.id().key())) {
      others.put(now.id().key(), now);
    }
  }

  /** The app wrote; the documents tell whether it took effect. */
  void own(ResourceId id, Optional<RecordSet> before, Optional<RecordSet> after) {
    if (before.equals(after)) {
      return;
    }
    String name = id.name() + "." + id.parent().name();
    if (others.containsKey(id.key())) {
      violations.add("the app wrote the record set " + name + " of others");
    }
    if (before.isPresent()
        && after.isPresent()
        && before.get().document().equals(after.get().document())) {
      violations.add("a PUT of the record set " + name + " changed nothing");
    }
    ours.add(id.key());
    List<ResourceId> services =
        publications.stream()
            .filter(one -> one.zone().sameAs(id.parent()))
            .map(Publication::service)
            .toList();
    if (after.isEmpty() && truth.surelyListed(services, name)) {
      violations.add("the record set " + name + " was removed though its host name is listed");
    }
  }

  /** Keys of what the app wrote. */
  Set<String> ours() {
    return ours;
  }

  /** What others wrote last, by key. */
  Map<String, RecordSet> others() {
    return others;
  }
}
