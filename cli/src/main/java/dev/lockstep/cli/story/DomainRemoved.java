package dev.lockstep.cli.story;

import java.time.Duration;

/** The domain leaves the service; its elements and its record leave after it. */
final class DomainRemoved implements Scene {
  @Override
  public String title() {
    return "The domain is removed in API Management: " + DomainAdded.HOST;
  }

  @Override
  public int expectedPuts() {
    return 1;
  }

  @Override
  public void play(Stage stage) {
    Estate estate = stage.estate();
    stage
        .narrator()
        .say(
            "this world runs with removeAfter=PT3S and ttl=5; without, a name leaves after 60 s and"
                + " its record one TTL later");
    estate.removeDomain(DomainAdded.HOST);
    Duration deadline = Duration.ofSeconds(60);
    stage.awaitThat(
        "the gateway no longer listens for it",
        deadline,
        () -> estate.listenerFor(DomainAdded.HOST).isEmpty() && estate.gatewayIsSettled());
    stage.showLastPlan();
    stage.awaitThat(
        "its A record is gone, one TTL after the gateway let go",
        deadline,
        () -> estate.addressesOf(DomainAdded.HOST).isEmpty());
    stage.require(
        "the other three are still there",
        FirstPlan.HOSTS.stream().allMatch(host -> estate.listenerFor(host).isPresent()));
  }
}
