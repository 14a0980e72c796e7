package dev.lockstep.cli.story;

import dev.lockstep.cli.client.Reply;
import java.time.Duration;
import java.util.List;

/** The first run only plans; a person reads the plan and confirms it by its hash. */
final class FirstPlan implements Scene {
  static final List<String> HOSTS =
      List.of("api.contoso.com", "portal.contoso.com", "management.contoso.com");

  @Override
  public String title() {
    return "The first plan is shown, and nothing is written until it is confirmed";
  }

  @Override
  public int expectedPuts() {
    return 1;
  }

  @Override
  public void play(Stage stage) {
    String target = stage.ready().text("targetId");
    stage.require(
        "a caller without a function key is turned away",
        stage.functions().postWithoutKey("resync/" + target + "?plan=true").status() == 401);
    Reply shown = stage.functions().post("resync/" + target + "?plan=true", "text/plain");
    stage.narrator().say(shown.orThrow("the plan").text());
    String hash =
        stage
            .functions()
            .post("resync/" + target + "?plan=true", "application/json")
            .json()
            .path("hash")
            .asText();
    stage.require("nothing was written", stage.audit().figures().armWrites() == 0);
    stage.narrator().say("POST /api/resync/" + target + "?apply=" + hash);
    stage
        .functions()
        .post("resync/" + target + "?apply=" + hash, "application/json")
        .orThrow("the confirmation");
    Estate estate = stage.estate();
    for (String host : HOSTS) {
      Published.await(stage, estate, host, "10.0.1.5", Duration.ofSeconds(40));
    }
  }
}
