package dev.lockstep.cli.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What it means that a host name is published: record, listener, settled gateway, healthy backend.
 */
final class Published {
  private Published() {}

  /** Waits until all of it holds, and says so. */
  static void await(Stage stage, Estate estate, String host, String address, Duration deadline) {
    stage.awaitThat(
        host + ": the A record holds " + address,
        deadline,
        () -> estate.addressesOf(host).equals(List.of(address)));
    stage.awaitThat(
        host + ": the gateway has a listener, and its update has ended",
        deadline,
        () -> estate.listenerFor(host).isPresent() && estate.gatewayIsSettled());
    stage.awaitThat(
        host + ": the backend is healthy", deadline, () -> isHealthy(stage, estate, host));
  }

  private static boolean isHealthy(Stage stage, Estate estate, String host) {
    String url = estate.askForHealth();
    JsonNode report =
        stage.await("backend health", Duration.ofSeconds(10), () -> estate.healthAt(url));
    return Estate.healthOf(host, report).equals(Optional.of("Healthy"));
  }
}
