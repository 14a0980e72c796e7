package dev.lockstep.route;

import dev.lockstep.model.ElementKey;
import java.util.Optional;

/** What the gateway does with a request. Equal routes mean equal treatment. */
public sealed interface Route {
  /** The certificate shown in the handshake; empty where no HTTPS listener stands. */
  Optional<ElementKey> certificate();

  /**
   * A rule takes the request.
   *
   * @param rule the rule
   * @param listener its listener
   */
  record Matched(
      ElementKey rule,
      ElementKey listener,
      Optional<ElementKey> certificate,
      Destination destination)
      implements Route {}

  /** No listener takes the host name; the gateway answers 404, or nothing listens at all. */
  record Unmatched(Optional<ElementKey> certificate) implements Route {}
}
