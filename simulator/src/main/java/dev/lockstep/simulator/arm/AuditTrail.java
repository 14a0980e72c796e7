package dev.lockstep.simulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.simulator.audit.Audit;
import dev.lockstep.simulator.audit.AuditEntry;
import dev.lockstep.simulator.json.Canonical;
import dev.lockstep.simulator.world.Resource;
import dev.lockstep.simulator.world.ResourceId;
import dev.lockstep.simulator.world.World;
import java.time.Instant;
import java.util.Optional;

/** Writes one line into the audit per request, with the state of its resource before and after. */
final class AuditTrail {
  private final World world;
  private final Audit audit;

  AuditTrail(World world, Audit audit) {
    this.world = world;
    this.audit = audit;
  }

  /** Looks at the resource of a request before it is answered. */
  Line begin(ArmRequest request, Optional<ResourceId> id) {
    return new Line(request, id, world.now(), snapshot(request, id));
  }

  /** A line that waits for its answer. */
  final class Line {
    private final ArmRequest request;
    private final Optional<ResourceId> id;
    private final Instant time;
    private final Snapshot before;

    private Line(ArmRequest request, Optional<ResourceId> id, Instant time, Snapshot before) {
      this.request = request;
      this.id = id;
      this.time = time;
      this.before = before;
    }

    /**
     * Writes the line.
     *
     * @param status status of the answer; 0 when none was made
     * @param operation operation that the request started
     * @param fault what went wrong on purpose
     */
    void end(int status, Optional<String> operation, Optional<String> fault) {
      Snapshot after = snapshot(request, id);
      audit.add(
          new AuditEntry(
              time,
              request.principal().objectId(),
              request.principal().name(),
              request.method(),
              request.path(),
              request.apiVersion(),
              request.header("if-match"),
              request.header("if-none-match"),
              status,
              id.map(ResourceId::key).orElse(""),
              before.hash(),
              after.hash(),
              before.foreignHash(),
              after.foreignHash(),
              operation,
              fault));
    }
  }

  private Snapshot snapshot(ArmRequest request, Optional<ResourceId> id) {
    return !audit.isKept() || request.method().equals("GET")
        ? Snapshot.NOTHING
        : id.flatMap(world.resources()::find).map(Snapshot::of).orElse(Snapshot.NOTHING);
  }

  private record Snapshot(Optional<String> hash, Optional<String> foreignHash) {
    static final Snapshot NOTHING = new Snapshot(Optional.empty(), Optional.empty());

    static Snapshot of(Resource resource) {
      Optional<JsonNode> foreign = resource.foreignPart();
      return new Snapshot(
          Optional.of(Canonical.hash(resource.document())), foreign.map(Canonical::hash));
    }
  }
}
