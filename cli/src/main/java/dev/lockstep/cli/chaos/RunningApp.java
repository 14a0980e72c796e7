package dev.lockstep.cli.chaos;

import dev.lockstep.app.App;
import dev.lockstep.app.Delivery;
import dev.lockstep.app.HttpCall;
import dev.lockstep.simulator.chaos.AppProcess;
import dev.lockstep.simulator.chaos.Delivered;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One process of the function app. */
final class RunningApp implements AppProcess {
  private static final Logger SILENT = Logger.getAnonymousLogger();

  static {
    SILENT.setLevel(Level.OFF);
  }

  private final App app;
  private final Break broken;

  RunningApp(App app, Break broken) {
    this.app = app;
    this.broken = broken;
  }

  @Override
  public void event(String payload) {
    app.event(payload, SILENT);
  }

  @Override
  public void alert(String payload) {
    var unused =
        app.alert(
            HttpCall.of(URI.create("https://host/api/alert"), Map.of(), Map.of(), payload), SILENT);
  }

  @Override
  public void driftCheck() {
    app.driftCheck(SILENT);
  }

  @Override
  public void message(Delivered message) {
    app.reconcile(delivery(message), SILENT);
  }

  @Override
  public void poison(Delivered message) {
    app.poison(delivery(message), SILENT);
  }

  @Override
  public void status() {
    var unused =
        app.status(
            HttpCall.of(URI.create("https://host/api/status"), Map.of(), Map.of(), ""), SILENT);
  }

  private Delivery delivery(Delivered message) {
    return new Delivery(
        message.text(), Optional.of(broken.inserted(message.inserted())), message.dequeued());
  }
}
