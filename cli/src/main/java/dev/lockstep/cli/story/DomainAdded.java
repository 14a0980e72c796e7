package dev.lockstep.cli.story;

import java.time.Duration;

/** A fourth custom domain is added in API Management; nobody tells the gateway. */
final class DomainAdded implements Scene {
  static final String HOST = "partner.contoso.com";

  @Override
  public String title() {
    return "A custom domain is added in API Management: " + HOST;
  }

  @Override
  public int expectedPuts() {
    return 1;
  }

  @Override
  public void play(Stage stage) {
    Estate estate = stage.estate();
    estate.addDomain(HOST, "https://kv-edge.vault.azure.net/secrets/cert-partner-contoso-com");
    stage.narrator().say("the service is updating; Event Grid will tell the function app");
    Published.await(stage, estate, HOST, "10.0.1.5", Duration.ofSeconds(40));
    stage.showLastPlan();
  }
}
