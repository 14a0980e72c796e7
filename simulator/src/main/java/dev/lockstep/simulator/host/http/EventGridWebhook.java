package dev.lockstep.simulator.host.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lockstep.simulator.host.app.FunctionRunner;
import dev.lockstep.simulator.host.app.HttpAnswer;
import dev.lockstep.simulator.host.app.LoadedApp;
import dev.lockstep.simulator.host.app.LoadedFunction;
import dev.lockstep.simulator.host.app.Outcome;
import dev.lockstep.simulator.host.app.Trigger;
import dev.lockstep.simulator.host.app.TriggerInput;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;

/**
 * {@code /runtime/webhooks/eventgrid}: the webhook of the Event Grid trigger, after the public
 * source of the extension (Azure/azure-sdk-for-net, Microsoft.Azure.WebJobs.Extensions.EventGrid).
 * All events of a request run at once; one failure answers 500, so that Event Grid sends the whole
 * request again.
 */
final class EventGridWebhook {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** Event Grid in each cloud; another origin is answered with the public one. */
  private static final List<String> ORIGINS =
      List.of(
          "eventgrid.azure.net",
          "eventgrid.azure.us",
          "eventgrid.azure.cn",
          "eventgrid.azure.eaglex.ic.gov",
          "eventgrid.azure.microsoft.scloud");

  /** A batch may hold 5000 events. */
  private static final int EVENTS_AT_ONCE = 16;

  private final LoadedApp app;
  private final FunctionRunner runner;
  private final HostKeys keys;

  EventGridWebhook(LoadedApp app, FunctionRunner runner, HostKeys keys) {
    this.app = app;
    this.runner = runner;
    this.keys = keys;
  }

  HttpAnswer handle(Exchange exchange) {
    if (!keys.opensEventGrid(exchange.key())) {
      return HttpAnswer.empty(401);
    }
    String name = exchange.query("functionName").orElse("");
    Optional<LoadedFunction> function =
        app.function(name).filter(f -> f.trigger() instanceof Trigger.EventGrid);
    if (function.isEmpty()) {
      return HttpAnswer.text(404, "cannot find function: '" + name + "'");
    }
    return switch (exchange.method()) {
      case "OPTIONS" -> handshake(exchange);
      case "POST" -> post(exchange, function.get());
      default -> HttpAnswer.empty(405);
    };
  }

  /** CloudEvents abuse protection. */
  private static HttpAnswer handshake(Exchange exchange) {
    String origin =
        exchange.header("webhook-request-origin").filter(ORIGINS::contains).orElse(ORIGINS.get(0));
    return new HttpAnswer(
        200,
        Map.of("WebHook-Allowed-Origin", origin, "WebHook-Allowed-Rate", "*", "Allow", "POST"),
        java.nio.ByteBuffer.allocate(0));
  }

  private HttpAnswer post(Exchange exchange, LoadedFunction function) {
    Optional<JsonNode> json = parse(exchange.body());
    if (json.isEmpty()) {
      return HttpAnswer.text(400, "the body must be one JSON event or an array of them");
    }
    List<JsonNode> events =
        json.get().isArray()
            ? StreamSupport.stream(json.get().spliterator(), false).toList()
            : List.of(json.get());
    String type = exchange.header("aeg-event-type").orElse("").toLowerCase(Locale.ROOT);
    return switch (type) {
      case "subscriptionvalidation" -> validation(events);
      case "notification" -> deliver(function, events);
      case "unsubscribe" -> HttpAnswer.empty(202);
      default ->
          HttpAnswer.text(
              400, "header aeg-event-type must be Notification or SubscriptionValidation");
    };
  }

  private static HttpAnswer validation(List<JsonNode> events) {
    String code =
        events.isEmpty() ? "" : events.get(0).path("data").path("validationCode").asText();
    return code.isEmpty()
        ? HttpAnswer.text(400, "the validation event carries no data.validationCode")
        : HttpAnswer.json(200, JSON.createObjectNode().put("validationResponse", code).toString());
  }

  private HttpAnswer deliver(LoadedFunction function, List<JsonNode> events) {
    ExecutorService callers =
        Executors.newFixedThreadPool(Math.max(1, Math.min(events.size(), EVENTS_AT_ONCE)));
    try {
      List<CompletableFuture<Outcome>> runs =
          events.stream()
              .map(event -> TriggerInput.of("EventGrid trigger fired", event.toString()))
              .map(in -> CompletableFuture.supplyAsync(() -> runner.run(function, in), callers))
              .toList();
      boolean all = runs.stream().map(CompletableFuture::join).allMatch(Outcome::succeeded);
      return all
          ? HttpAnswer.empty(202)
          : HttpAnswer.text(500, "an invocation failed; see the log");
    } finally {
      callers.shutdown();
    }
  }

  private static Optional<JsonNode> parse(String body) {
    try {
      return Optional.of(JSON.readTree(body))
          .filter(JsonNode::isContainerNode)
          .filter(json -> json.isObject() || allObjects(json));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static boolean allObjects(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).allMatch(JsonNode::isObject);
  }
}
