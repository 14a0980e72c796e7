package dev.lockstep.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.model.Binding;
import dev.lockstep.model.HostName;
import dev.lockstep.model.InstanceId;
import dev.lockstep.reconcile.Order;
import dev.lockstep.reconcile.OrderResult;
import dev.lockstep.reconcile.Outcome;
import dev.lockstep.reconcile.PoisonList;
import dev.lockstep.reconcile.Proposal;
import dev.lockstep.render.AdoptionJson;
import dev.lockstep.render.PlanJson;
import dev.lockstep.signal.Estate;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManageTest {
  static final dev.lockstep.reconcile.Estate ESTATE =
      dev.lockstep.reconcile.Estate.of(
          new InstanceId("lockstep"), List.of(Estate.edge(), Estate.inner()));
  private static final String BINDING =
      ESTATE.bindings(Estate.EDGE).orElseThrow().stream()
          .map(Binding::name)
          .findFirst()
          .orElseThrow();

  private final FakeRuns runs = new FakeRuns();
  private final RecordedLog log = new RecordedLog();
  private final Manage manage =
      new Manage(
          ESTATE,
          runs,
          new PlanPages(PlanJson::render, plan -> "", plan -> ""),
          new ManagePages(PlanJson::render, AdoptionJson::render),
          new InvocationLog());

  @Test
  @DisplayName("an order is shown first, and nothing is done")
  void shown() {
    Reply reply = post("/" + Estate.EDGE + "?remove&host=api.contoso.com");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).contains("\"hash\" : \"0123456789abcdef\"", "\"verb\" : \"remove\"");
    assertThat(runs.asked())
        .containsExactly(
            "propose "
                + Estate.EDGE
                + " "
                + new Order(
                    Order.Verb.REMOVE,
                    Optional.of(new HostName("api.contoso.com")),
                    Optional.empty()));
  }

  @Test
  @DisplayName("it is carried out by its hash, for whoever holds the admin key")
  void confirmed() {
    runs.willAnswer(new OrderResult.Carried(new Outcome.Applying(FakeRuns.HASH)));

    Reply reply =
        post("/" + Estate.EDGE + "?remove&binding=" + BINDING + "&confirm=" + FakeRuns.HASH);

    assertThat(reply.status()).isEqualTo(202);
    assertThat(reply.body()).contains("\"who\" : \"a holder of the admin key\"");
    assertThat(runs.asked())
        .containsExactly(
            "remove " + Estate.EDGE + " 0123456789abcdef for a holder of the admin key");
  }

  @Test
  @DisplayName("when the world has moved, it is 409 with the new hash")
  void changed() {
    runs.willAnswer(new OrderResult.Changed(new Proposal.Removing(FakeRuns.plan(), false)));

    Reply reply = post("/" + Estate.EDGE + "?release&confirm=fedcba9876543210");

    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.body())
        .contains(
            "proposalChanged",
            "POST /api/manage/" + Estate.EDGE + "?release&confirm=0123456789abcdef");
  }

  @Test
  @DisplayName("a gateway that cannot be read, and a target that is busy, say what to do")
  void notNow() {
    runs.willAnswer(new OrderResult.Unread("HTTP 403", "grant it"));
    assertThat(post("/" + Estate.EDGE + "?adopt&confirm=" + FakeRuns.HASH).status()).isEqualTo(502);
    runs.willAnswer(new OrderResult.Busy("a change is in flight"));
    assertThat(post("/" + Estate.EDGE + "?adopt&confirm=" + FakeRuns.HASH).retryAfter())
        .isPresent();
  }

  @Test
  @DisplayName("messages that were given up are listed, and replayed by the list's hash")
  void replay() {
    PoisonList list =
        new PoisonList(
            List.of(
                new PoisonList.Kept(
                    "_poison/1", Instant.EPOCH, Optional.of(Estate.EDGE), "5 tries"),
                new PoisonList.Kept("_poison/2", Instant.EPOCH, Optional.empty(), "no message")));
    runs.keeps(list);

    Reply shown = post("?replay=poison");
    Reply stale = post("?replay=poison&confirm=fedcba9876543210");
    Reply replayed = post("?replay=poison&confirm=" + list.hash());

    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.body())
        .contains(
            "POST /api/manage?replay=poison&confirm=" + list.hash(), "\"replayable\" : false");
    assertThat(stale.status()).isEqualTo(409);
    assertThat(replayed.status()).isEqualTo(202);
    assertThat(runs.asked()).hasSize(2).containsOnly("replay for a holder of the admin key");
  }

  @ParameterizedTest
  @DisplayName("what cannot be understood is 400 and names the parameter")
  @CsvSource({
    "'', ''",
    "?release&adopt&confirm=0123456789abcdef, ''",
    "?remove, remove",
    "?release&host=-, host",
    "?release&binding=nobody, binding",
    "?release&binding=nobody&host=api.contoso.com, binding",
    "?release&confirm=1, confirm",
    "?release=maybe, release",
    "?replay=all, replay",
    "?replay=poison&host=api.contoso.com, host",
    "?release&plan, plan"
  })
  void badRequest(String query, String field) {
    Reply reply = post("/" + Estate.EDGE + query);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body()).contains("\"field\" : \"" + field + "\"", "\"remedy\" : \"");
    assertThat(runs.asked()).isEmpty();
  }

  @Test
  @DisplayName("all problems are told at once, and an unknown target is 404")
  void allAtOnce() {
    Reply reply = post("/nowhere?remove&confirm=1&other=1&binding=x");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.body().split("\"field\"")).hasSize(5);
    assertThat(post("?release").body()).contains("name one of " + Estate.EDGE);
  }

  private Reply post(String rest) {
    URI uri = URI.create("https://host/api/manage" + rest);
    HttpCall call = HttpCall.of(uri, Map.of(), Map.of(), "");
    return manage.answer(call, "manage", Callers.BY_KEY.withAdminKey(call), log.logger());
  }
}
