package dev.lockstep.cli.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/**
 * A colleague changes an element that is ours, and no event tells of it: the drift check finds it.
 */
final class ColleaguesEdit implements Scene {
  private static final String HOST = "api.contoso.com";
  private static final String PATH = "/status-0123456789abcdef";

  @Override
  public String title() {
    return "A colleague edits an owned probe in the portal, and the event is lost";
  }

  @Override
  public int expectedPuts() {
    return 1;
  }

  @Override
  public void play(Stage stage) {
    Estate estate = stage.estate();
    JsonNode probe = estate.probeFor(HOST).orElseThrow(() -> new Broken("no probe for " + HOST));
    stage.loseEvents().accept(true);
    ObjectNode patch = stage.object();
    patch.putObject("properties").put("path", "/");
    stage.editGatewayAsColleague("probes", probe.path("name").asText(), patch);
    stage.awaitThat(
        "the probe asks for / and no event was delivered",
        Duration.ofSeconds(20),
        () -> estate.probePathOf(HOST).equals("/") && estate.gatewayIsSettled());
    stage.awaitThat(
        "the drift check put it right: the probe asks for " + PATH,
        Duration.ofSeconds(45),
        () -> estate.probePathOf(HOST).equals(PATH) && estate.gatewayIsSettled());
    stage.loseEvents().accept(false);
    stage.showLastPlan();
  }
}
