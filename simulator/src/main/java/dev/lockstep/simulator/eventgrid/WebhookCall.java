package dev.lockstep.simulator.eventgrid;

import java.net.URI;
import java.util.Map;

/** One request to a webhook. */
public record WebhookCall(String method, URI endpoint, Map<String, String> headers, String body) {
  public WebhookCall {
    headers = Map.copyOf(headers);
  }
}
