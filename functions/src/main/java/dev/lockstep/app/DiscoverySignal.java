package dev.lockstep.app;

import dev.lockstep.model.ResourceId;
import dev.lockstep.model.TargetId;
import dev.lockstep.signal.Cause;
import dev.lockstep.signal.Message;
import dev.lockstep.signal.MessageCodec;
import java.time.Duration;

/**
 * A signal for nobody yet: a service was written that may be discovered. It names a target that no
 * gateway can have, so a worker without discovery lets it go like that of a binding that is gone.
 */
final class DiscoverySignal {
  /** Targets of gateways end in eight digits of a hash. */
  static final TargetId TARGET = new TargetId("discovery");

  /** Longer than {@link #MARGIN}, so that one look answers all that came in a burst. */
  static final Duration DELAY = Duration.ofSeconds(7);

  /** For clocks of storage and worker that differ, and for lists that lag behind a write. */
  static final Duration MARGIN = Duration.ofSeconds(5);

  private DiscoverySignal() {}

  static Message.Signal of(ResourceId written) {
    return new Message.Signal(
        TARGET, Cause.of(Cause.Kind.DISCOVERY, written + " was written, and no binding names it"));
  }

  /** Whether the message is one. */
  static boolean is(Delivery delivery) {
    try {
      return MessageCodec.decode(delivery.text()).target().equals(TARGET);
    } catch (IllegalArgumentException e) {
      // What is no message at all is told where messages are worked off.
      return false;
    }
  }
}
