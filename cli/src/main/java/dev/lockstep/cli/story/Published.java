package dev.lockstep.cli.story;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What it means that a host name is published: record, listener, settled gateway, healthy backend. */
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
        host + ": the backend is healthy",
        deadline,
        () -> estate.healthOf(host).equals(Optional.of("Healthy")));
  }
}
