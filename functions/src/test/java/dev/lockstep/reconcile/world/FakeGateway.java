package dev.lockstep.reconcile.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.port.ArmAnswer;
import dev.lockstep.port.ArmAnswer.Answered;
import dev.lockstep.port.ArmRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A gateway that takes its time: a PUT is accepted at once, is visible at once with state Updating,
 * and ends later. A second PUT meanwhile supersedes the first, or is refused with 429, as told.
 */
public final class FakeGateway {
  private final Clock clock;
  private final Map<String, Operation> operations = new LinkedHashMap<>();
  private final List<ObjectNode> puts = new ArrayList<>();
  private ObjectNode document;
  private Optional<ObjectNode> before = Optional.empty();
  private Instant staleUntil = Instant.MIN;
  private Optional<Operation> running = Optional.empty();
  private Duration takes = Duration.ofSeconds(20);
  private Duration lag = Duration.ZERO;
  private boolean honoursIfMatch = true;
  private boolean supersedes = true;
  private Optional<ObjectNode> nextFailure = Optional.empty();
  private boolean failsAlways;
  private int redundantPuts;
  private boolean dropsOnFailure;
  private long counter;
  private Ending ofOurs = (at, canceled) -> {};
  private Runnable whenWritten = () -> {};

  /** How a write ended, or that it was accepted. */
  @FunctionalInterface
  public interface Ending {
    /** At that time; canceled when another write took its place. */
    void at(Instant time, boolean canceled);

    /** It was accepted at that time. */
    default void accepted(Instant time) {}
  }

  FakeGateway(Clock clock, ObjectNode document) {
    this.clock = clock;
    this.document = document;
    stamp("Succeeded");
  }

  /** The document as it is, whatever a lagging read shows. */
  public ObjectNode document() {
    settle();
    return document.deepCopy();
  }

  /** The bodies of all PUTs that were accepted from Lockstep. */
  public List<ObjectNode> puts() {
    return List.copyOf(puts);
  }

  /** How many of them changed nothing. */
  public int redundantPuts() {
    return redundantPuts;
  }

  /** How long an accepted change takes. */
  public void takes(Duration duration) {
    takes = duration;
  }

  /** How long reads show what was before a write. */
  public void lags(Duration duration) {
    lag = duration;
  }

  /** From now on reads show for a while what was before the last PUT. */
  public void showsWhatWasFor(Duration time) {
    staleUntil = clock.instant().plus(time);
  }

  /** Whether If-Match is looked at. */
  public void honoursIfMatch(boolean honours) {
    honoursIfMatch = honours;
  }

  /** Whether a PUT during a change supersedes it; else it is refused with 429. */
  public void supersedes(boolean does) {
    supersedes = does;
  }

  /** The next accepted change ends with that operation status. */
  public void failNext(ObjectNode status) {
    nextFailure = Optional.of(status);
  }

  /** Every accepted change ends with that operation status. */
  public void failAlways(ObjectNode status) {
    nextFailure = Optional.of(status);
    failsAlways = true;
  }

  /** Whether a change that fails leaves the document as it was before. */
  public void dropsOnFailure(boolean drops) {
    dropsOnFailure = drops;
  }

  /** Somebody stops the gateway. */
  public void stop() {
    stamp("Succeeded");
    ((ObjectNode) document.path("properties")).put("operationalState", "Stopped");
  }

  /** A colleague changes the gateway, at once and without an operation. */
  public void edit(UnaryOperator<ObjectNode> edit) {
    settle();
    document = edit.apply(document.deepCopy());
    stamp("Succeeded");
  }

  /** A colleague changes the gateway, and it is Failed all the same. */
  public void editFailed(UnaryOperator<ObjectNode> edit) {
    settle();
    document = edit.apply(document.deepCopy());
    stamp("Failed");
  }

  /** Somebody's change leaves the gateway Failed. */
  public void fail() {
    editFailed(document -> document);
  }

  /** Somebody's change was canceled, and that is all the gateway says. */
  public void cancel() {
    settle();
    stamp("Canceled");
  }

  /** A colleague changes the gateway by a PUT that takes its time. */
  public void editSlowly(UnaryOperator<ObjectNode> edit) {
    editSlowly(edit, (at, canceled) -> {});
  }

  /** The same; tells when that PUT ends. */
  public void editSlowly(UnaryOperator<ObjectNode> edit, Ending ending) {
    settle();
    accept(edit.apply(document.deepCopy()), ending);
  }

  /** Is told when writes of Lockstep end. */
  public void tellEndsTo(Ending ending) {
    ofOurs = ending;
  }

  /** Something happens at the end of each write that succeeds, whoever wrote. */
  void whenWritten(Runnable act) {
    whenWritten = act;
  }

  Answered get() {
    settle();
    boolean stale = before.isPresent() && clock.instant().isBefore(staleUntil);
    return answer(200, stale ? before.get() : document.deepCopy());
  }

  ArmAnswer put(ArmRequest request) {
    settle();
    String ifMatch = request.headers().get("If-Match");
    if (honoursIfMatch && ifMatch != null && !ifMatch.equals(document.path("etag").asText())) {
      return error(412, "PreconditionFailed", "etag mismatch");
    }
    if (running.isPresent() && !supersedes) {
      return busy();
    }
    puts.add(((ObjectNode) request.body().orElseThrow()).deepCopy());
    redundantPuts += bare(puts.get(puts.size() - 1)).equals(bare(document)) ? 1 : 0;
    return accept((ObjectNode) request.body().orElseThrow().deepCopy(), ofOurs);
  }

  private Answered accept(ObjectNode body, Ending ending) {
    running.ifPresent(
        operation -> {
          operation.end("Canceled", superseded());
          operation.ending.at(clock.instant(), true);
        });
    before = Optional.of(document.deepCopy());
    staleUntil = clock.instant().plus(lag);
    ending.accepted(clock.instant());
    document = body;
    stamp("Updating");
    String url = "https://arm.test/subscriptions/s/operations/" + ++counter;
    Operation operation = new Operation(clock.instant().plus(takes), nextFailure, ending);
    nextFailure = nextFailure.filter(status -> failsAlways);
    operations.put(url, operation);
    running = Optional.of(operation);
    return new Answered(
        200, Map.of("azure-asyncoperation", url, "retry-after", "10"), document.deepCopy());
  }

  Optional<Answered> operation(String url) {
    settle();
    return Optional.ofNullable(operations.get(url)).map(operation -> answer(200, operation.status));
  }

  private void settle() {
    running
        .filter(operation -> !clock.instant().isBefore(operation.endsAt))
        .ifPresent(
            operation -> {
              operation.end(
                  operation.failure.isPresent() ? "Failed" : "Succeeded", operation.failure);
              boolean drops = operation.failure.isPresent() && dropsOnFailure;
              document = drops ? before.orElseThrow() : document;
              stamp(operation.failure.isPresent() && !drops ? "Failed" : "Succeeded");
              running = Optional.empty();
              if (operation.failure.isEmpty()) {
                whenWritten.run();
              }
              operation.ending.at(operation.endsAt, false);
            });
  }

  private void stamp(String state) {
    document.put("etag", "W/\"" + ++counter + "\"");
    ((ObjectNode) document.path("properties")).put("provisioningState", state);
    ((ObjectNode) document.path("properties")).put("operationalState", "Running");
  }

  /** Without what every write changes. */
  private static ObjectNode bare(ObjectNode document) {
    ObjectNode bare = document.deepCopy();
    bare.remove("etag");
    ((ObjectNode) bare.path("properties")).remove(List.of("provisioningState", "operationalState"));
    return bare;
  }

  static Answered answer(int status, JsonNode body) {
    return new Answered(status, Map.of(), body);
  }

  static Answered error(int status, String code, String message) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("error").put("code", code).put("message", message);
    return answer(status, body);
  }

  private static Answered busy() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode error = body.putObject("error");
    error.put("code", "RetryableError").put("message", "A retryable error occurred.");
    error
        .putArray("details")
        .addObject()
        .put("code", "RetryableErrorDueToAnotherOperation")
        .put("message", "another operation is updating the gateway");
    return new Answered(429, Map.of("retry-after", "12"), body);
  }

  private static Optional<ObjectNode> superseded() {
    ObjectNode status = JsonNodeFactory.instance.objectNode();
    ObjectNode error = status.putObject("error");
    error.put("code", "Canceled").put("message", "Operation was canceled.");
    error
        .putArray("details")
        .addObject()
        .put("code", "CanceledAndSupersededDueToAnotherOperation")
        .put("message", "superseded");
    return Optional.of(status);
  }

  private static final class Operation {
    private final Instant endsAt;
    private final Optional<ObjectNode> failure;
    private final Ending ending;
    private ObjectNode status = JsonNodeFactory.instance.objectNode().put("status", "InProgress");

    Operation(Instant endsAt, Optional<ObjectNode> failure, Ending ending) {
      this.ending = ending;
      this.endsAt = endsAt;
      this.failure = failure;
    }

    void end(String state, Optional<ObjectNode> detail) {
      status = detail.map(ObjectNode::deepCopy).orElseGet(JsonNodeFactory.instance::objectNode);
      status.put("status", state);
    }
  }
}
