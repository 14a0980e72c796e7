package dev.lockstep.route;

import java.util.Comparator;
import java.util.Optional;

/**
 * A request to ask a router about.
 *
 * @param entrance where it arrives
 * @param sni the host name of the handshake; empty for none
 * @param host the Host header
 */
public record Question(Entrance entrance, Optional<String> sni, String host)
    implements Comparable<Question> {
  private static final Comparator<Question> ORDER =
      Comparator.comparing(Question::entrance)
          .thenComparing(Question::host)
          .thenComparing(question -> question.sni().orElse(""));

  /** What the router answers. */
  public Route askOf(Router router) {
    return router.route(entrance, sni, host);
  }

  @Override
  public int compareTo(Question other) {
    return ORDER.compare(this, other);
  }
}
