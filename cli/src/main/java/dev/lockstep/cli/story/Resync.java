package dev.lockstep.cli.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** A person asks for a look over HTTP; nothing differs, so nothing is written. */
final class Resync implements Scene {
  @Override
  public String title() {
    return "A person asks for a look: POST /api/resync with a function key; nothing differs";
  }

  @Override
  public int expectedPuts() {
    return 0;
  }

  @Override
  public void play(Stage stage) {
    String target = stage.ready().text("targetId");
    int writes = stage.audit().figures().armWrites();
    int reads = stage.audit().figures().armReads();
    int status = stage.functions().post("resync/" + target, "application/json").status();
    stage.require("the signal was taken (202)", status == 202);
    stage.awaitThat(
        "a run looked at the target",
        Duration.ofSeconds(30),
        () -> stage.audit().figures().armReads() > reads);
    JsonNode plan =
        stage.functions().post("resync/" + target + "?plan=true", "application/json").json();
    stage.require(
        "the plan is empty", plan.path("changes").isArray() && plan.path("changes").isEmpty());
    stage.require("nothing was written", stage.audit().figures().armWrites() == writes);
    stage.awaitJournaledHealth(DomainAdded.HOST, Duration.ofSeconds(60));
  }
}
