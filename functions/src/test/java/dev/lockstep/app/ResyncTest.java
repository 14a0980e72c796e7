package dev.lockstep.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lockstep.model.TargetId;
import dev.lockstep.reconcile.ApplyResult;
import dev.lockstep.reconcile.Outcome;
import dev.lockstep.render.AdoptionJson;
import dev.lockstep.render.PlanJson;
import dev.lockstep.signal.Cause;
import dev.lockstep.signal.Estate;
import dev.lockstep.signal.Message;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
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
import org.junit.jupiter.params.provider.ValueSource;

class ResyncTest {
  private static final SortedSet<TargetId> TARGETS =
      new TreeSet<>(List.of(Estate.EDGE, Estate.INNER));

  private final MemoryQueue queue = new MemoryQueue();
  private final RecordedLog log = new RecordedLog();
  private final FakeRuns runs = new FakeRuns();
  private final Resync resync = resync(Callers.BY_KEY);

  private Resync resync(Callers callers) {
    PlanPages pages =
        new PlanPages(
            plan ->
                JsonNodeFactory.instance
                    .objectNode()
                    .put("hash", plan.hash().value())
                    .put("changes", plan.changes().size()),
            plan -> "nothing to change\n",
            plan -> "**nothing**\n");
    InvocationLog invocations = new InvocationLog();
    Manage manage =
        new Manage(
            ManageTest.ESTATE,
            runs,
            pages,
            new ManagePages(PlanJson::render, AdoptionJson::render),
            invocations);
    return new Resync(TARGETS, runs, new Outbox(queue), pages, manage, callers, invocations);
  }

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
        Arguments.of(new Outcome.Conflict(Duration.ofSeconds(5), "somebody"), 202, "somebody"),
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
  @DisplayName("what is held back is shown, and tried once more by its hash")
  void retry() {
    runs.holdsBack(FakeRuns.HASH, "KeyVaultAccessDenied");

    Reply shown = post("/" + Estate.EDGE + "?retry");
    Reply tried = post("/" + Estate.EDGE + "?retry=" + FakeRuns.HASH);
    Reply unknown = post("/" + Estate.EDGE + "?retry=fedcba9876543210");

    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.body())
        .contains("KeyVaultAccessDenied", "/api/resync/" + Estate.EDGE + "?retry=0123456789abcdef");
    assertThat(tried.status()).isEqualTo(200);
    assertThat(tried.body()).contains("\"who\" : \"a holder of the function key\"");
    assertThat(unknown.status()).isEqualTo(409);
    assertThat(unknown.body()).contains("notHeldBack", "0123456789abcdef");
    assertThat(runs.asked())
        .containsExactly(
            "retry " + Estate.EDGE + " 0123456789abcdef for a holder of the function key",
            "retry " + Estate.EDGE + " fedcba9876543210 for a holder of the function key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"release", "remove&host=a.b", "adopt", "publish", "replay=poison"})
  @DisplayName("what takes away or hands over is 403 with a function key, and names the right URL")
  void needsAdmin(String query) {
    Reply reply = post("/" + Estate.EDGE + "?" + query);

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.body())
        .contains("adminKeyNeeded", "POST /api/manage/" + Estate.EDGE + "?", "Lockstep.Admin");
    assertThat(runs.asked()).isEmpty();
  }

  @Test
  @DisplayName("who signed in with the role may do it with a function key, if the platform vouches")
  void role() {
    String principal = "11111111-2222-3333-4444-555555555555";
    String claims = "{\"claims\":[{\"typ\":\"roles\",\"val\":\"Lockstep.Admin\"}]}";
    Map<String, String> headers =
        Map.of(
            "x-ms-client-principal",
            Base64.getEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8)),
            "x-ms-client-principal-id",
            principal,
            "x-ms-client-principal-name",
            "jane@contoso.com");
    HttpCall call =
        HttpCall.of(
            URI.create(
                "https://host/api/resync/" + Estate.EDGE + "?release&confirm=" + FakeRuns.HASH),
            Map.of(),
            headers,
            "");

    Reply forged = resync.answer(call, log.logger());
    Reply vouched = resync(new Callers(true)).answer(call, log.logger());

    assertThat(forged.status()).isEqualTo(403);
    assertThat(vouched.status()).isEqualTo(200);
    assertThat(vouched.headers().get("Lockstep-Caller"))
        .isEqualTo(
            "a holder of the function key, principal "
                + principal
                + " and the role Lockstep.Admin");
    assertThat(runs.asked()).singleElement().asString().contains(principal).doesNotContain("jane");
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
