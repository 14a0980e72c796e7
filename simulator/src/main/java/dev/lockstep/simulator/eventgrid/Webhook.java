package dev.lockstep.simulator.eventgrid;

/** Sends requests to webhooks and waits for the answer, at most 30 seconds. Never throws. */
public interface Webhook {
  WebhookAnswer send(WebhookCall call);
}
