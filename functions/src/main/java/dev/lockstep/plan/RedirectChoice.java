package dev.lockstep.plan;

import dev.lockstep.desire.Kind;
import dev.lockstep.desire.Site;
import dev.lockstep.desire.SiteNames;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument.Element;
import dev.lockstep.route.HostPattern;
import java.util.Optional;

/**
 * Whether a site's port 80 can redirect to its listener. Where it cannot, the site is published
 * without, and a warning says why.
 *
 * <pre>
 * on that frontend and port 80           | then
 * ---------------------------------------+------------------------------------------------
 * any, and the host name is a wildcard   | left out: a redirect cannot target such a listener
 *                                        | (Microsoft Learn, "Application Gateway multiple
 *                                        | site hosting")
 * our listener for the host name         | redirects, whatever came beside it since
 * somebody's TCP or TLS listener         | left out: it takes the whole port
 * somebody's listener with that host     | left out
 * somebody's wildcard that matches it    | left out, unless claim is set
 * somebody's listener without host names | redirects: our rule comes before it
 * nobody                                 | redirects
 * </pre>
 */
final class RedirectChoice {
  private RedirectChoice() {}

  /** The port from which the site redirects; empty when it is published without. */
  static Optional<Site.Port> of(
      Claim claim,
      SiteNames names,
      Element frontend,
      String variant,
      Site.Port port,
      Estate estate,
      Findings findings) {
    Optional<String> obstacle =
        claim.host().isWildcard()
            ? Optional.of("a redirect cannot lead to a listener with a wildcard")
            : inTheWay(claim, names.http(Kind.LISTENER, variant), frontend, estate);
    obstacle.ifPresent(
        why ->
            findings.warn(
                WarningCode.REDIRECT_LEFT_OUT,
                claim.binding().name(),
                claim.host().shown()
                    + " is published on frontend '"
                    + frontend.key().name()
                    + "' without redirect from port 80: "
                    + why));
    return obstacle.isPresent() ? Optional.empty() : Optional.of(port);
  }

  private static Optional<String> inTheWay(
      Claim claim, ElementKey own, Element frontend, Estate estate) {
    // By what it is, not by its name: an adopted one has a name of its own.
    boolean stands =
        estate.ownedFor(claim.host()).stream()
            .filter(key -> key.collection().equals(Kind.LISTENER.collection()))
            .flatMap(key -> estate.document().element(key).stream())
            .anyMatch(
                listener -> estate.listeners().isAt(frontend.key(), Site.Port.HTTP, listener));
    if (stands) {
      return Optional.empty();
    }
    return estate.listeners().at(frontend.key(), Site.Port.HTTP).stream()
        .filter(listener -> !listener.key().equals(own))
        .flatMap(listener -> objection(claim, listener).stream())
        .findFirst();
  }

  private static Optional<String> objection(Claim claim, Element listener) {
    String name = "foreign listener '" + listener.key().name() + "'";
    if (listener.key().collection().equals("listeners")) {
      return Optional.of(name + " takes all of the port for TCP or TLS");
    }
    return ListenerHosts.of(listener).stream()
        .map(HostPattern::new)
        .filter(
            pattern ->
                pattern.equals(HostPattern.of(claim.host()))
                    || (pattern.mayMatch(claim.host().value())
                        && !claim.policy().options().claim()))
        .map(pattern -> name + " answers there for " + pattern)
        .findFirst();
  }
}
