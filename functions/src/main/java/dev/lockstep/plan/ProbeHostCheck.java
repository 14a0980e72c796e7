package dev.lockstep.plan;

import dev.lockstep.model.Endpoint;
import dev.lockstep.model.HostName;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Whether a site's probe asks for a host name that the service answers.
 *
 * <pre>
 * host name | probeHost                                   | then
 * ----------+---------------------------------------------+-----------------
 * exact     | none                                        | asks for itself
 * wildcard  | none                                        | probeHostMissing
 * any       | listed by the service for the endpoint type | asks for that
 * any       | within a wildcard that it lists for it      | asks for that
 * any       | another                                     | probeHostUnknown
 * </pre>
 */
final class ProbeHostCheck {
  private ProbeHostCheck() {}

  static void check(Claim claim, Consumer<Obstacle> obstacles) {
    Optional<HostName> probeHost = claim.policy().options().probeHost();
    String property = "endpoints." + claim.endpoint().type().wireName() + ".probeHost";
    if (probeHost.isEmpty() && claim.host().isWildcard()) {
      obstacles.accept(
          new Obstacle(
              BlockCode.PROBE_HOST_MISSING,
              claim.host().shown()
                  + " is a wildcard, and a probe has to ask for an exact host name",
              "name one that the service answers in " + property));
    }
    probeHost
        .filter(host -> !isAnswered(claim, host))
        .ifPresent(
            host ->
                obstacles.accept(
                    new Obstacle(
                        BlockCode.PROBE_HOST_UNKNOWN,
                        claim.service().id().name()
                            + " answers "
                            + host.shown()
                            + " at no "
                            + claim.endpoint().type().wireName()
                            + " endpoint",
                        "name a host name in "
                            + property
                            + " that it lists, or that a wildcard of it covers")));
  }

  private static boolean isAnswered(Claim claim, HostName probeHost) {
    return claim.service().endpoints().stream()
        .filter(endpoint -> endpoint.type() == claim.endpoint().type())
        .map(Endpoint::host)
        .anyMatch(listed -> listed.equals(probeHost) || listed.covers(probeHost));
  }
}
