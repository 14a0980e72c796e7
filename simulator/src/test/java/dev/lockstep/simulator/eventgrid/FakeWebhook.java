package dev.lockstep.simulator.eventgrid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** A webhook that shakes hands well, and answers the n-th delivery (from 0) as told. */
final class FakeWebhook implements Webhook {
  record Received(Instant at, WebhookCall call) {
    JsonNode json() {
      return parse(call.body());
    }
  }

  private final Supplier<Instant> clock;
  private final IntFunction<WebhookAnswer> answers;
  final List<Received> deliveries = new ArrayList<>();

  FakeWebhook(Supplier<Instant> clock, IntFunction<WebhookAnswer> answers) {
    this.clock = clock;
    this.answers = answers;
  }

  static WebhookAnswer status(int status) {
    return WebhookAnswer.of(status, Map.of(), "");
  }

  @Override
  public WebhookAnswer send(WebhookCall call) {
    if (call.method().equals("OPTIONS")) {
      return WebhookAnswer.of(
          200, Map.of("webhook-allowed-origin", call.headers().get("WebHook-Request-Origin")), "");
    }
    if (call.headers().get("aeg-event-type").equals("SubscriptionValidation")) {
      String code = parse(call.body()).path(0).path("data").path("validationCode").asText();
      return WebhookAnswer.of(200, Map.of(), "{\"validationResponse\":\"" + code + "\"}");
    }
    deliveries.add(new Received(clock.get(), call));
    return answers.apply(deliveries.size() - 1);
  }

  /** The ids of the events in the order in which they came. */
  List<String> ids() {
    return deliveries.stream()
        .map(Received::json)
        .flatMap(
            json ->
                (json.isArray() ? json.findValuesAsText("id") : List.of(json.path("id").asText()))
                    .stream())
        .toList();
  }

  private static JsonNode parse(String body) {
    try {
      return new ObjectMapper().readTree(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + body, e);
    }
  }
}
