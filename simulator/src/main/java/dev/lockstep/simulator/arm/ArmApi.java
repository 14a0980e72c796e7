package dev.lockstep.simulator.arm;

import dev.lockstep.simulator.access.Authorizer;
import dev.lockstep.simulator.audit.Audit;
import dev.lockstep.simulator.fault.Effect.Moment;
import dev.lockstep.simulator.fault.FaultBook;
import dev.lockstep.simulator.fault.Incident;
import dev.lockstep.simulator.govern.Governance;
import dev.lockstep.simulator.world.ArmPath;
import dev.lockstep.simulator.world.Resources;
import dev.lockstep.simulator.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The front of the control plane: one request in, one answer out, one line in the audit. */
public final class ArmApi {
  private final World world;
  private final Router router;
  private final AuditTrail trail;
  private final StandardHeaders headers;
  private final Throttle throttle;
  private final Operations operations;
  private final FaultBook faults;
  private final ConcurrentWriter writer;
  private final List<ArmWitness> witnesses = ArmWitness.present();
  private final LatestPaths paths = new LatestPaths();

  /** A front for the types of a catalog. */
  public ArmApi(
      World world,
      Catalog catalog,
      Operations operations,
      Authorizer authorizer,
      Governance governance,
      FaultBook faults,
      Audit audit) {
    this.world = world;
    this.router = new Router(world, catalog, authorizer, governance);
    this.trail = new AuditTrail(world, audit);
    this.headers = new StandardHeaders(world);
    this.throttle = new Throttle(world);
    this.operations = operations;
    this.faults = faults;
    this.writer = new ConcurrentWriter(this::handleUndisturbed);
  }

  /**
   * Answers a request of an authenticated principal.
   *
   * @throws ConnectionLost when a fault cuts the connection
   */
  public ArmResponse handle(ArmRequest request) {
    return world.locked(() -> disturbed(request, paths.of(request.path())));
  }

  /** Answers a request that no fault and no limit befalls: one of the world itself. */
  public ArmResponse handleUndisturbed(ArmRequest request) {
    return world.locked(
        () -> {
          Optional<ArmPath> path = paths.of(request.path());
          return answer(request, path, Strikes.NONE, ids -> routed(request, path, ids));
        });
  }

  /**
   * Answers a request that was refused before it reached the world, such as one without a token.
   */
  public ArmResponse refuse(ArmRequest request, ArmFault fault) {
    return world.locked(
        () -> answer(request, paths.of(request.path()), Strikes.NONE, ids -> fault.response()));
  }

  private ArmResponse disturbed(ArmRequest request, Optional<ArmPath> path) {
    Strikes strikes = path.map(known -> strikes(request, known)).orElse(Strikes.NONE);
    path.ifPresent(known -> writer.write(request, known.id(), strikes.writes(Moment.BEFORE)));
    ArmResponse response =
        answer(request, path, strikes, ids -> limited(request, path, strikes, ids));
    path.ifPresent(known -> writer.write(request, known.id(), strikes.writes(Moment.AFTER)));
    if (strikes.resets(Moment.BEFORE) || strikes.resets(Moment.AFTER)) {
      throw new ConnectionLost(request);
    }
    return response;
  }

  private Strikes strikes(ArmRequest request, ArmPath path) {
    String kind =
        path.id().namespace().isEmpty() && path.trailing().isPresent()
            ? "Microsoft.Resources/" + path.trailing().get()
            : path.id().type() + path.trailing().map(last -> "/" + last).orElse("");
    return new Strikes(
        faults.strikes(
            Incident.request(request.method(), kind, request.principal().name(), request.path())));
  }

  /** Who answers, given the ids of request and correlation. */
  private interface Answerer {
    ArmResponse answer(RequestIds ids);
  }

  private record RequestIds(String request, String correlation) {}

  private ArmResponse answer(
      ArmRequest request, Optional<ArmPath> path, Strikes strikes, Answerer answerer) {
    String requestId = world.ids().guid();
    String correlationId =
        request.header("x-ms-correlation-request-id").orElseGet(world.ids()::guid);
    AuditTrail.Line line = trail.begin(request, path.map(ArmPath::id));
    ArmResponse response =
        strikes.resets(Moment.BEFORE)
            ? ArmResponse.empty(0)
            : strikes
                .refusal(Moment.BEFORE)
                .orElseGet(() -> answerer.answer(new RequestIds(requestId, correlationId)));
    Optional<String> operation = Links.operationId(response);
    response =
        headers.complete(
            strikes.refusal(Moment.AFTER).orElse(response), request, requestId, correlationId);
    line.end(response.status(), operation, strikes.label());
    if (strikes.equals(Strikes.NONE)) {
      ArmResponse answered = response;
      witnesses.forEach(witness -> witness.saw(request, answered));
    }
    return response;
  }

  /** Counts the request, and answers it unless there were too many. */
  private ArmResponse limited(
      ArmRequest request, Optional<ArmPath> path, Strikes strikes, RequestIds ids) {
    Throttle.Count count = throttle.count(request, path);
    ArmResponse response =
        count
            .refusal()
            .map(ArmFault::response)
            .orElseGet(
                () ->
                    operations.fated(
                        strikes.fate(),
                        () -> late(request, strikes, () -> routed(request, path, ids))));
    return count.on(response);
  }

  /** A read may show the world as it was. */
  private ArmResponse late(ArmRequest request, Strikes strikes, Supplier<ArmResponse> answer) {
    if (!request.method().equals("GET")) {
      return answer.get();
    }
    long most = world.settings().readLag().toMillis();
    Duration drawn = most == 0 ? Duration.ZERO : Duration.ofMillis((long) (faults.draw() * most));
    Duration age = strikes.age().plus(drawn);
    Duration lag = age.compareTo(Resources.LONGEST_LAG) > 0 ? Resources.LONGEST_LAG : age;
    return lag.isZero() ? answer.get() : world.resources().asOf(world.now().minus(lag), answer);
  }

  private ArmResponse routed(ArmRequest request, Optional<ArmPath> path, RequestIds ids) {
    try {
      ArmPath known = path.orElseThrow(() -> Faults.routeNotFound(request.path()));
      return router.route(request, known, ids.request(), ids.correlation()).answer();
    } catch (ArmFault fault) {
      return fault.response();
    }
  }
}
