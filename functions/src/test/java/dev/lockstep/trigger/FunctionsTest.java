package dev.lockstep.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.azure.functions.HttpResponseMessage;
import dev.lockstep.app.App;
import dev.lockstep.app.ConfigurationInvalid;
import dev.lockstep.signal.InputProblem;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FunctionsTest {
  private final FakeApp app = new FakeApp();
  private final FakeContext context = new FakeContext();

  @Test
  @DisplayName("an event is handed on as it came")
  void event() {
    new EventFunction(() -> app).run("[{}]", context);

    assertThat(app.asked()).containsExactly("event [{}]");
  }

  @Test
  @DisplayName("the timer asks for a drift check")
  void driftCheck() {
    new DriftCheckFunction(() -> app).run("{\"IsPastDue\":false}", context);

    assertThat(app.asked()).containsExactly("drift-check");
  }

  @Test
  @DisplayName("a queue message is handed on with what the queue says of it")
  void queueMessages() {
    new ReconcileFunction(() -> app).run("m", "\"2026-01-15T10:25:24+00:00\"", "2", context);
    new ReconcilePoisonFunction(() -> app).run("p", "", "", context);

    assertThat(app.asked())
        .containsExactly(
            "reconcile Delivery[text=m, insertedAt=Optional[2026-01-15T10:25:24Z], dequeueCount=2]",
            "poison Delivery[text=p, insertedAt=Optional.empty, dequeueCount=1]");
  }

  @Test
  @DisplayName("a call is handed on without its key, and the answer comes back as it is")
  void calls() {
    HttpResponseMessage alert =
        new AlertFunction(() -> app).run(FakeRequest.post("/api/alert?code=k", "body"), context);
    HttpResponseMessage resync =
        new ResyncFunction(() -> app)
            .run(FakeRequest.post("/api/resync/agw-1?plan&code=k", ""), context);
    HttpResponseMessage manage =
        new ManageFunction(() -> app)
            .run(FakeRequest.post("/api/manage/agw-1?release&code=k", ""), context);
    HttpResponseMessage journal =
        new JournalFunction(() -> app)
            .run(FakeRequest.get("/api/journal/agw-1?limit=5&code=k"), context);
    HttpResponseMessage status =
        new StatusFunction(() -> app).run(FakeRequest.get("/api/status"), context);

    assertThat(app.asked())
        .containsExactly(
            "alert /api/alert {} body",
            "resync /api/resync/agw-1 {plan=} ",
            "manage /api/manage/agw-1 {release=} ",
            "journal /api/journal/agw-1 {limit=5} ",
            "status /api/status {} ");
    assertThat(List.of(alert, resync, manage, journal, status))
        .allSatisfy(
            response -> {
              assertThat(response.getStatusCode()).isEqualTo(202);
              assertThat(response.getHeader("Content-Type")).isEqualTo("text/plain; charset=utf-8");
            });
    assertThat(resync.getBody()).isEqualTo("resync done");
  }

  @Test
  @DisplayName("health tells whether the app could start")
  void health() {
    assertThat(new HealthFunction(() -> app).run(FakeRequest.get("/api/health")).getStatusCode())
        .isEqualTo(200);
    assertThat(
            new HealthFunction(FunctionsTest::misconfigured)
                .run(FakeRequest.get("/api/health"))
                .getBody())
        .isEqualTo("{\n  \"status\" : \"unavailable\"\n}\n");
  }

  @Test
  @DisplayName("with a bad configuration every function says what is wrong, by name")
  void misconfiguredEverywhere() {
    assertThat(
            new StatusFunction(FunctionsTest::misconfigured)
                .run(FakeRequest.get("/api/status"), context)
                .getBody()
                .toString())
        .contains("LOCKSTEP_BINDINGS", "is missing");
    assertThatThrownBy(() -> new EventFunction(FunctionsTest::misconfigured).run("[]", context))
        .isInstanceOf(ConfigurationInvalid.class);
    assertThatThrownBy(
            () -> new ReconcileFunction(FunctionsTest::misconfigured).run("m", "", "1", context))
        .isInstanceOf(ConfigurationInvalid.class);
    assertThat(context.log().errors()).hasSize(3).allMatch(line -> line.contains("remedy="));
    assertThat(context.log().hasStackTrace()).isFalse();
  }

  private static App misconfigured() {
    throw new ConfigurationInvalid(
        List.of(new InputProblem("LOCKSTEP_BINDINGS", "is missing", "set it")));
  }
}
