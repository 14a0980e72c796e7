package dev.lockstep.simulator.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.agw.Gateway;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Sends a metric alert, as an action group with a webhook does. */
final class AlertRoutes {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ControlParts parts;

  AlertRoutes(ControlParts parts) {
    this.parts = parts;
  }

  List<ControlRoute> routes() {
    return List.of(
        new ControlRoute(
            "POST",
            "/gateways/{gateway}/alert",
            "Posts a common-schema alert built from the metrics of the last five minutes: url, condition (fired by default, or resolved).",
            this::send));
  }

  private enum Condition {
    FIRED,
    RESOLVED
  }

  private ArmResponse send(ControlCall call) {
    Gateway gateway = Named.find(parts.world(), Gateway.class, "gateway", call.name("gateway"));
    Fields fields = call.fields();
    Optional<URI> url = url(fields, fields.text("url"));
    Condition[] condition = {Condition.FIRED};
    fields.choice("condition", Condition.class, value -> condition[0] = value);
    fields.done();
    boolean fired = condition[0] == Condition.FIRED;
    ObjectNode alert =
        parts
            .world()
            .locked(
                () ->
                    HealthAlert.of(
                        gateway.id(),
                        unhealthy(gateway),
                        fired,
                        parts.world().now(),
                        parts.world().ids().guid()));
    int status = post(url.orElseThrow(), alert);
    ObjectNode told = Json.object().put("status", status);
    told.set("alert", alert);
    return ArmResponse.of(200, told);
  }

  private List<HealthAlert.Measured> unhealthy(Gateway gateway) {
    List<HealthAlert.Measured> measured =
        HealthAlert.measured(gateway.id(), parts.metrics(), parts.world().now());
    // Without a data plane nothing is measured.
    return measured.isEmpty() ? HealthAlert.measured(parts.health().of(gateway, false)) : measured;
  }

  private static Optional<URI> url(Fields fields, String text) {
    try {
      URI url = URI.create(text);
      if ("http".equals(url.getScheme()) || "https".equals(url.getScheme())) {
        return Optional.of(url);
      }
    } catch (IllegalArgumentException malformed) {
      // Told below like a URL of another scheme.
    }
    if (!text.isEmpty()) {
      fields.problem("url", "must be an http or https URL");
    }
    return Optional.empty();
  }

  private static int post(URI url, ObjectNode alert) {
    HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(alert)))
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException unreachable) {
      throw BadInput.of("url", "does not answer: " + unreachable);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw BadInput.of("url", "was not called, the simulator stops");
    }
  }
}
