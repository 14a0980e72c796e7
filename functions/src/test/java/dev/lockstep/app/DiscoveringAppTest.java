package dev.lockstep.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.port.ArmAnswer.Answered;
import dev.lockstep.port.ArmRequest;
import dev.lockstep.reconcile.world.FakeAzure;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Tag discovery in the running app. */
class DiscoveringAppTest {
  private static final String SCOPE = "/subscriptions/11111111-1111-1111-1111-111111111111";
  private static final String LIST = SCOPE + "/providers/Microsoft.ApiManagement/service?";
  private static final String NEXT = "https://arm.test" + SCOPE + "/next";
  private static final String NAME = "discovered-apim-contoso";
  private static final String CONFIGURATION =
      """
      {"bindings": [], "discovery": {
        "scopes": ["%s"], "services": ["apim-contoso"], "frontend": "%s"}}
      """
          .formatted(SCOPE, "public");

  private final WholeApp world = WholeApp.of(CONFIGURATION);

  @BeforeEach
  void aService() {
    world.azure().service().add("api.contoso.com");
  }

  @Test
  @DisplayName("a drift check finds the service; it is planned, shown, and never written unasked")
  void found() {
    assertThat(world.status()).doesNotContain(NAME);
    lists(true);

    driftCheck();

    assertThat(world.status()).contains(NAME, FakeAzure.GATEWAY.value());
    world.run(Duration.ofMinutes(30));
    assertThat(world.azure().gateway().puts()).isEmpty();
    assertThat(world.resync("?plan", "text/plain").body())
        .contains("+ httpListeners/", "[" + NAME + "]");
  }

  @Test
  @DisplayName("the list is read to its last page; a page that fails makes all of it unread")
  void pages() {
    answer(NEXT, 200, page(true));
    answer(LIST, 200, JsonNodeFactory.instance.objectNode().put("nextLink", NEXT));
    driftCheck();
    assertThat(world.status()).doesNotContain(NAME);
    assertThat(world.log().lines()).anyMatch(line -> line.contains("the body is no list"));

    world.azure().heal();
    ObjectNode first = page(false).put("nextLink", NEXT);
    answer(NEXT, 200, page(true));
    answer(LIST, 200, first);
    driftCheck();
    assertThat(world.status()).contains(NAME);
  }

  @Test
  @DisplayName("a write of a service that no binding names has services looked for at once")
  void onAnEvent() throws IOException {
    lists(true);

    event();
    world.run(Duration.ofSeconds(30));

    assertThat(world.status()).contains(NAME);
    assertThat(world.journal())
        .anyMatch(run -> run.contains("\"kind\":\"DISCOVERY\"") && run.contains("api.contoso.com"));
    assertThat(world.azure().gateway().puts()).isEmpty();
  }

  @Test
  @DisplayName("a burst of such writes is answered by one look, and one of a stranger by none")
  void burst() throws IOException {
    lists(false);
    for (int i = 0; i < 20; i++) {
      event();
    }
    world.run(Duration.ofMinutes(5));
    assertThat(lists()).isEqualTo(1);
    assertThat(world.queue().messages()).isEmpty();

    long before = lists();
    world
        .app()
        .event(
            EventIntakeTest.payload("resource-write-success.apim-service.eventgrid")
                .replace("apim-contoso", "apim-stranger"),
            world.log().logger());
    world.run(Duration.ofMinutes(5));
    assertThat(lists()).isEqualTo(before);
  }

  private void event() throws IOException {
    world
        .app()
        .event(
            EventIntakeTest.payload("resource-write-success.apim-service.eventgrid"),
            world.log().logger());
  }

  @Test
  @DisplayName("a list that fails takes nothing away; a complete one without the tag does")
  void failed() {
    lists(true);
    driftCheck();

    world.azure().heal();
    answer(LIST, 403, JsonNodeFactory.instance.objectNode());
    driftCheck();
    assertThat(world.status()).contains(NAME);
    assertThat(world.log().lines())
        .anyMatch(line -> line.startsWith("discovery resource=" + SCOPE) && line.contains("stays"));

    world.azure().heal();
    lists(false);
    driftCheck();
    assertThat(world.status()).doesNotContain(NAME);
  }

  @Test
  @DisplayName("another worker knows within a minute, without a list of its own")
  void otherWorker() {
    App early = world.worker(CONFIGURATION);
    assertThat(world.status(early)).doesNotContain(NAME);
    lists(true);
    driftCheck();
    long listed = lists();

    assertThat(world.status(early)).doesNotContain(NAME);
    world.run(Duration.ofSeconds(61));
    assertThat(world.status(early)).contains(NAME);
    assertThat(world.status(world.worker(CONFIGURATION))).contains(NAME);
    assertThat(lists()).isEqualTo(listed);
  }

  @Test
  @DisplayName("what was discovered is not overwritten by a look that does not know it")
  void damagedMemory() {
    lists(true);
    driftCheck();
    world.remember(DiscoveryMemory.BLOB, "[{\"name\"");

    App fresh = world.worker(CONFIGURATION);
    world.azure().heal();
    answer(LIST, 403, JsonNodeFactory.instance.objectNode());
    fresh.driftCheck(world.log().logger());

    assertThat(world.remembered(DiscoveryMemory.BLOB)).isEqualTo("[{\"name\"");
    assertThat(world.status()).contains(NAME);

    world.azure().heal();
    lists(true);
    world.remember(DiscoveryMemory.BLOB, "[]");
    driftCheck();
    assertThat(world.remembered(DiscoveryMemory.BLOB)).contains(NAME);
  }

  @Test
  @DisplayName("what is no longer allowed is not recalled")
  void noLongerListed() {
    lists(true);
    driftCheck();

    App later = world.worker(CONFIGURATION.replace("[\"apim-contoso\"]", "[\"apim-other\"]"));
    assertThat(world.status(later)).doesNotContain(NAME);
  }

  private void driftCheck() {
    world.app().driftCheck(world.log().logger());
  }

  private long lists() {
    return world.azure().requests().stream().filter(request -> request.contains(LIST)).count();
  }

  private void lists(boolean tagged) {
    answer(LIST, 200, page(tagged));
  }

  private void answer(String prefix, int status, ObjectNode body) {
    world
        .azure()
        .answerAlways(
            (ArmRequest request) -> request.path().startsWith(prefix),
            new Answered(status, Map.of(), body));
  }

  private static ObjectNode page(boolean tagged) {
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    ArrayNode value = page.putArray("value");
    if (tagged) {
      value
          .addObject()
          .put("id", FakeAzure.SERVICE.value())
          .putObject("tags")
          .put("lockstep-gateway", FakeAzure.GATEWAY.value())
          .put("lockstep-zones", FakeAzure.ZONE.value());
    }
    return page;
  }
}
