package dev.lockstep.simulator.dataplane.gateway;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.ServerConnection;
import io.undertow.util.AttachmentKey;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * Ends connections that clients opened under an earlier document: each gets one more answer, which
 * asks the client to connect anew; what is left when the drain time is over is cut.
 */
final class Draining {
  private static final AttachmentKey<Long> GENERATION = AttachmentKey.create(Long.class);

  private final AtomicLong generation = new AtomicLong();

  /** Notes which document a connection came in under; asks old ones to end. */
  void onRequest(HttpServerExchange exchange) {
    ServerConnection connection = exchange.getConnection();
    long now = generation.get();
    if (connection.getAttachment(GENERATION) == null) {
      connection.putAttachment(GENERATION, now);
    } else if (connection.getAttachment(GENERATION) < now) {
      exchange.setPersistent(false);
    }
  }

  /** A new document is in force; the number of the generation that begins. */
  long begin() {
    return generation.incrementAndGet();
  }

  /** Those of some connections that are older than a generation. */
  static Set<ServerConnection> older(Set<ServerConnection> connections, long than) {
    return connections.stream()
        .filter(
            one -> one.getAttachment(GENERATION) != null && one.getAttachment(GENERATION) < than)
        .collect(Collectors.toSet());
  }
}
