package dev.lockstep.simulator.eventgrid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Proof that a webhook wants events (Microsoft Learn, "Endpoint validation with Event Grid events
 * schema" and "… with CloudEvents schema").
 *
 * <pre>
 * right code or origin              → Succeeded
 * 200 without it                    → AwaitingManualAction
 * 202 to a validation event, others → Failed
 * </pre>
 */
final class Handshake {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ORIGIN = "eventgrid.azure.net";

  private final Webhook webhook;

  Handshake(Webhook webhook) {
    this.webhook = webhook;
  }

  ProvisioningState shake(EventSubscription subscription, Instant now) {
    return subscription.schema() == EventSchema.EVENT_GRID
        ? validationEvent(subscription, now)
        : options(subscription);
  }

  private ProvisioningState validationEvent(EventSubscription subscription, Instant now) {
    String code = UUID.randomUUID().toString();
    WebhookAnswer answer =
        webhook.send(
            new WebhookCall(
                "POST",
                subscription.endpoint(),
                Map.of(
                    "Content-Type", "application/json; charset=utf-8",
                    "aeg-event-type", "SubscriptionValidation"),
                validation(code, now)));
    return state(answer, code.equals(validationResponse(answer.body())));
  }

  private static String validation(String code, Instant now) {
    ArrayNode events = JSON.createArrayNode();
    ObjectNode event = events.addObject();
    event.put("id", UUID.randomUUID().toString());
    event.put("topic", "").put("subject", "");
    event.putObject("data").put("validationCode", code);
    event.put("eventType", "Microsoft.EventGrid.SubscriptionValidationEvent");
    event.put("eventTime", now.toString());
    event.put("metadataVersion", "1").put("dataVersion", "2");
    return events.toString();
  }

  private static String validationResponse(String body) {
    try {
      return JSON.readTree(body).path("validationResponse").asText();
    } catch (JsonProcessingException e) {
      return "";
    }
  }

  private ProvisioningState options(EventSubscription subscription) {
    WebhookAnswer answer =
        webhook.send(
            new WebhookCall(
                "OPTIONS",
                subscription.endpoint(),
                Map.of("WebHook-Request-Origin", ORIGIN, "WebHook-Request-Rate", "120"),
                ""));
    boolean allowed =
        answer
            .header("webhook-allowed-origin")
            .filter(origin -> origin.equals("*") || origin.equalsIgnoreCase(ORIGIN))
            .isPresent();
    return state(answer, allowed);
  }

  private static ProvisioningState state(WebhookAnswer answer, boolean proven) {
    if (answer.status() != 200) {
      return ProvisioningState.Failed;
    }
    return proven ? ProvisioningState.Succeeded : ProvisioningState.AwaitingManualAction;
  }
}
