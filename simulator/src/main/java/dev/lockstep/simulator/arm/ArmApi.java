package dev.lockstep.simulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.simulator.audit.Audit;
import dev.lockstep.simulator.audit.AuditEntry;
import dev.lockstep.simulator.json.Canonical;
import dev.lockstep.simulator.world.ArmPath;
import dev.lockstep.simulator.world.Resource;
import dev.lockstep.simulator.world.ResourceId;
import dev.lockstep.simulator.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The front of the control plane: one request in, one answer out, one line in the audit. */
public final class ArmApi {
  private final World world;
  private final Router router;
  private final Audit audit;
  private final StandardHeaders headers;
  private final List<ArmWitness> witnesses = ArmWitness.present();

  /** A front for the types of a catalog. */
  public ArmApi(World world, Catalog catalog, Audit audit) {
    this.world = world;
    this.router = new Router(world, catalog);
    this.audit = audit;
    this.headers = new StandardHeaders(world);
  }

  /** Answers a request of an authenticated principal. */
  public ArmResponse handle(ArmRequest request) {
    return world.locked(() -> answer(request, Optional.empty()));
  }

  /**
   * Answers a request that was refused before it reached the world, such as one without a token.
   */
  public ArmResponse refuse(ArmRequest request, ArmFault fault) {
    return world.locked(() -> answer(request, Optional.of(fault)));
  }

  private ArmResponse answer(ArmRequest request, Optional<ArmFault> refused) {
    String requestId = world.ids().guid();
    String correlationId =
        request.header("x-ms-correlation-request-id").orElseGet(world.ids()::guid);
    Instant time = world.now();
    Optional<ArmPath> path = parse(request.path());
    Optional<ResourceId> id = path.map(ArmPath::id);
    boolean reads = request.method().equals("GET");
    Snapshot before = reads ? Snapshot.NOTHING : snapshot(id);
    ArmResponse response;
    try {
      if (refused.isPresent()) {
        throw refused.get();
      }
      ArmPath known = path.orElseThrow(() -> Faults.routeNotFound(request.path()));
      response = router.route(request, known, requestId, correlationId).answer();
    } catch (ArmFault fault) {
      response = fault.response();
    }
    response = headers.complete(response, request, requestId, correlationId);
    Snapshot after = reads ? Snapshot.NOTHING : snapshot(id);
    audit.add(entry(time, request, response, id, before, after));
    ArmResponse answered = response;
    witnesses.forEach(witness -> witness.saw(request, answered));
    return response;
  }

  private static AuditEntry entry(
      Instant time,
      ArmRequest request,
      ArmResponse response,
      Optional<ResourceId> id,
      Snapshot before,
      Snapshot after) {
    return new AuditEntry(
        time,
        request.principal().objectId(),
        request.principal().name(),
        request.method(),
        request.path(),
        request.apiVersion(),
        request.header("if-match"),
        request.header("if-none-match"),
        response.status(),
        id.map(ResourceId::key).orElse(""),
        before.hash(),
        after.hash(),
        before.foreignHash(),
        after.foreignHash(),
        Links.operationId(response));
  }

  private static Optional<ArmPath> parse(String path) {
    try {
      return Optional.of(ArmPath.parse(path));
    } catch (IllegalArgumentException noArmPath) {
      return Optional.empty();
    }
  }

  private Snapshot snapshot(Optional<ResourceId> id) {
    return id.flatMap(world.resources()::find).map(Snapshot::of).orElse(Snapshot.NOTHING);
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
