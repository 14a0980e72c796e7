package dev.lockstep.simulator.host.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.host.app.AuthLevel;
import dev.lockstep.simulator.host.app.FunctionRunner;
import dev.lockstep.simulator.host.app.HttpAnswer;
import dev.lockstep.simulator.host.app.LoadedApp;
import dev.lockstep.simulator.host.app.LoadedFunction;
import dev.lockstep.simulator.host.app.Trigger;
import dev.lockstep.simulator.host.app.TriggerInput;
import java.util.List;
import java.util.Optional;

/**
 * The part of the admin API that is used by hand: status, list of functions, and running a function
 * that no HTTP request starts (Microsoft Learn, "Manually run a non HTTP-triggered function").
 */
final class AdminApi {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final LoadedApp app;
  private final FunctionRunner runner;
  private final HostKeys keys;

  AdminApi(LoadedApp app, FunctionRunner runner, HostKeys keys) {
    this.app = app;
    this.runner = runner;
    this.keys = keys;
  }

  HttpAnswer handle(Exchange exchange) {
    if (!keys.opens(AuthLevel.ADMIN, exchange.key())) {
      return HttpAnswer.empty(401);
    }
    List<String> path = exchange.path();
    String call = exchange.method() + " " + String.join("/", path.subList(1, path.size()));
    if (call.equals("GET host/status")) {
      return HttpAnswer.json(200, status());
    }
    if (call.equals("GET functions")) {
      return HttpAnswer.json(200, list());
    }
    if (call.startsWith("POST functions/") && path.size() == 3) {
      return app.function(path.get(2))
          .map(function -> run(function, exchange.body()))
          .orElseGet(() -> HttpAnswer.empty(404));
    }
    return HttpAnswer.empty(404);
  }

  private static String status() {
    ObjectNode status = JSON.createObjectNode();
    status.put("id", "lockstep-local").put("state", "Running").put("version", "4.local");
    return status.toString();
  }

  private String list() {
    ArrayNode functions = JSON.createArrayNode();
    app.functions().forEach(function -> functions.addObject().put("name", function.name()));
    return functions.toString();
  }

  /** Runs it and answers at once with 202 whatever comes of it, as the real host does. */
  private HttpAnswer run(LoadedFunction function, String body) {
    if (function.trigger() instanceof Trigger.Http) {
      return HttpAnswer.text(400, "an HTTP function is run by calling its route");
    }
    Optional<String> input = input(body);
    if (input.isEmpty()) {
      return HttpAnswer.text(400, "the body must be JSON: {\"input\": \"...\"}");
    }
    String reason = "This function was programmatically called via the host APIs";
    Thread caller =
        new Thread(
            () -> runner.run(function, TriggerInput.of(reason, input.get())),
            "admin-" + function.name());
    caller.setDaemon(true);
    caller.start();
    return HttpAnswer.empty(202);
  }

  private static Optional<String> input(String body) {
    try {
      JsonNode json = body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body);
      if (!json.isObject()) {
        return Optional.empty();
      }
      JsonNode input = json.path("input");
      return Optional.of(input.isContainerNode() ? input.toString() : input.asText(""));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
