package dev.lockstep.app;

import dev.lockstep.signal.Message;
import dev.lockstep.signal.Notice;
import dev.lockstep.signal.Routing;

/** How signals, and notices that became none, read in the log. */
final class SignalLog {
  private SignalLog() {}

  /** A signal that was sent. */
  static String line(Message.Signal signal) {
    return LogLine.of("signal sent")
        .with("target", signal.target())
        .with("kind", signal.cause().kind())
        .with("cause", signal.cause().detail())
        .with("event", signal.cause().eventId().orElse("-"))
        .toString();
  }

  /** A notice that reached no target. */
  static String notSent(Notice notice, Routing routing) {
    LogLine line =
        routing instanceof Routing.Discovery discovery
            ? LogLine.of("discovered")
                .with("resource", discovery.resource())
                .with("reason", discovery.reason())
                .with("remedy", "add a binding for it, or tag it and list it in discovery.services")
            : LogLine.of("event ignored").with("reason", ((Routing.Ignored) routing).reason());
    return line.with("type", notice.type())
        .with("operation", notice.operation().orElse("-"))
        .with("event", notice.eventId().orElse("-"))
        .toString();
  }
}
