package dev.lockstep.simulator.chaos;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.Azure;
import dev.lockstep.simulator.dns.RecordSet;
import dev.lockstep.simulator.world.ResourceId;
import java.util.List;

/** What others do to record sets. */
final class RecordChanges {
  private final Azure azure;
  private final Colleague colleague;
  private final RecordJudge judge;
  private final Chance chance;
  private final History history;

  RecordChanges(
      Azure azure, Colleague colleague, RecordJudge judge, Chance chance, History history) {
    this.azure = azure;
    this.colleague = colleague;
    this.judge = judge;
    this.chance = chance;
    this.history = history;
  }

  /** Changes an address of the app's. */
  void editOurs() {
    ours()
        .ifPresent(
            id ->
                colleague
                    .get(id)
                    .ifPresent(
                        document -> {
                          document
                              .withObject("/properties")
                              .putArray("aRecords")
                              .addObject()
                              .put("ipv4Address", "10.0.9.98");
                          write(id, document);
                        }));
  }

  /** Deletes a record set of the app's. */
  void deleteOurs() {
    ours()
        .ifPresent(
            id -> {
              if (colleague.delete(id)) {
                history.add("colleague", "deletes " + id.name() + "." + id.parent().name());
              }
            });
  }

  /** Writes one of their own. */
  void writeTheirs(ResourceId zone) {
    ResourceId id = zone.child("A", chance.of(List.of("intranet", "build", "wiki")));
    write(id, EstateDocuments.addresses(300, "10.0.9." + (30 + chance.below(200))));
  }

  private void write(ResourceId id, ObjectNode document) {
    if (colleague.put(id, document)) {
      history.add("colleague", "writes " + id.name() + "." + id.parent().name());
      azure
          .world()
          .look(() -> azure.world().resources().find(id, RecordSet.class))
          .ifPresent(judge::foreign);
    }
  }

  private java.util.Optional<ResourceId> ours() {
    List<ResourceId> there =
        azure
            .world()
            .look(
                () ->
                    azure.world().resources().all(RecordSet.class).stream()
                        .map(RecordSet::id)
                        .filter(id -> judge.ours().contains(id.key()))
                        .toList());
    return there.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(chance.of(there));
  }
}
