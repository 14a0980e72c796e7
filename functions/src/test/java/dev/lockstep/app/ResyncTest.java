package dev.lockstep.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lockstep.model.TargetId;
import dev.lockstep.reconcile.ApplyResult;
import dev.lockstep.reconcile.Outcome;
import dev.lockstep.signal.Cause;
import dev.lockstep.signal.Estate;
import dev.lockstep.signal.Message;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ResyncTest {
  private static final SortedSet<TargetId> TARGETS =
      new TreeSet<>(List.of(Estate.EDGE, Estate.INNER));

  private final MemoryQueue queue = new MemoryQueue();
  private final RecordedLog log = new RecordedLog();
  private final FakeRuns runs = new FakeRuns();
  private final Resync resync =
      new Resync(
          TARGETS,
          runs,
          new Outbox(queue),
          new PlanPages(
              plan ->
                  JsonNodeFactory.instance
                      .objectNode()
                      .put("hash", plan.hash().value())
                      .put("changes", plan.changes().size()),
              plan -> "nothing to change\n",
              plan -> "**nothing**\n"),
          new InvocationLog());

  @Test
  @DisplayName("without a query a signal goes into the queue for each target")
  void look() {
    Reply reply = post("");

    assertThat(reply.status()).isEqualTo(202);
    assertThat(queue.messages())
        .extracting(Message::target)
        .containsExactly(Estate.EDGE, Estate.INNER);
    assertThat(queue.signals()).allMatch(signal -> signal.cause().kind() == Cause.Kind.RESYNC);
    assertThat(runs.asked()).isEmpty();
  }

  @Test
  @DisplayName("a plan is shown as data, or as text to whoever wants text, and nothing is queued")
  void show() {
    Reply data = post("/" + Estate.EDGE + "?plan");
    Reply text = post("/" + Estate.EDGE + "?plan=true", "text/plain");

    assertThat(data.status()).isEqualTo(200);
    assertThat(data.body()).contains("\"hash\" : \"0123456789abcdef\"", "\"changes\" : 0");
    assertThat(text.contentType()).startsWith("text/plain");
    assertThat(text.body()).isEqualTo("nothing to change\n");
    assertThat(post("/" + Estate.EDGE + "?plan=true", "text/markdown").body())
        .isEqualTo("**nothing**\n");
    assertThat(queue.messages()).isEmpty();
    assertThat(runs.asked()).hasSize(3).containsOnly("plan " + Estate.EDGE);
  }

  static Stream<Arguments> outcomes() {
    return Stream.of(
        Arguments.of(new Outcome.Applying(FakeRuns.HASH), 202, "Applying"),
        Arguments.of(new Outcome.Waiting(Duration.ofSeconds(30), "it moves"), 202, "it moves"),
        Arguments.of(new Outcome.Converged(), 200, "Converged"),
        Arguments.of(new Outcome.Blocked(List.of(FakeRuns.COLLISION)), 200, "remove it or adopt"),
        Arguments.of(new Outcome.Conflict(Duration.ofSeconds(5), "somebody"), 409, "somebody"),
        Arguments.of(new Outcome.Planned(FakeRuns.HASH, "stopped"), 409, "stopped"),
        Arguments.of(new Outcome.Failed("refused", "grant it"), 502, "grant it"));
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  @DisplayName("a reviewed plan is carried out, and the answer says how far it came")
  void apply(Outcome outcome, int status, String words) {
    runs.willApply(new ApplyResult.Accepted(outcome));

    Reply reply = post("/" + Estate.EDGE + "?apply=" + FakeRuns.HASH);

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.body()).contains(words, "\"outcome\" : \"" + outcome.name() + "\"");
    assertThat(runs.asked())
        .containsExactly(
            "apply " + Estate.EDGE + " 0123456789abcdef for a holder of the function key");
  }

  @Test
  @DisplayName("when the world has changed since the review, the new plan comes back with 409")
  void changed() {
    runs.willApply(new ApplyResult.Changed(FakeRuns.plan()));

    Reply data = post("/" + Estate.EDGE + "?apply=fedcba9876543210");
    Reply text = post("/" + Estate.EDGE + "?apply=fedcba9876543210", "text/plain");

    assertThat(data.status()).isEqualTo(409);
    assertThat(data.body()).contains("planChanged", "0123456789abcdef", "\"changes\"");
    assertThat(text.status()).isEqualTo(409);
    assertThat(text.body()).contains("Nothing was written").endsWith("nothing to change\n");
  }

  @Test
  @DisplayName("a target that is busy is to be asked again shortly")
  void busy() {
    runs.willApply(new ApplyResult.Busy("another run has the target"));

    Reply reply = post("/" + Estate.EDGE + "?apply=" + FakeRuns.HASH);

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.retryAfter()).contains(Duration.ofSeconds(10));
    assertThat(reply.body()).contains("another run has the target");
  }

  @Test
  @DisplayName("what is refused asks nothing and queues nothing")
  void refused() {
    assertThat(post("/nowhere").status()).isEqualTo(404);
    assertThat(post("?apply=short").status()).isEqualTo(400);
    assertThat(runs.asked()).isEmpty();
    assertThat(queue.messages()).isEmpty();
  }

  private Reply post(String rest) {
    return post(rest, "application/json");
  }

  private Reply post(String rest, String accept) {
    URI uri = URI.create("https://host/api/resync" + rest);
    return resync.answer(HttpCall.of(uri, Map.of(), Map.of("accept", accept), ""), log.logger());
  }
}
