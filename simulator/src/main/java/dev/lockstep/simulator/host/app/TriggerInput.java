package dev.lockstep.simulator.host.app;

import java.util.Map;
import java.util.Optional;

/**
 * What a trigger hands to a function.
 *
 * @param reason why it runs, for the log
 * @param text the payload as text; for HTTP the body
 * @param http the request, for HTTP functions
 * @param metadata values for {@code @BindingName}
 */
public record TriggerInput(
    String reason, String text, Optional<RawRequest> http, Map<String, String> metadata) {

  public TriggerInput {
    metadata = Map.copyOf(metadata);
  }

  /** A payload without metadata. */
  public static TriggerInput of(String reason, String text) {
    return new TriggerInput(reason, text, Optional.empty(), Map.of());
  }
}
