package dev.lockstep.plan;

import dev.lockstep.desire.Kind;
import dev.lockstep.desire.Site;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument.Element;
import dev.lockstep.route.HostPattern;
import dev.lockstep.route.NewRule;
import dev.lockstep.route.Router;
import java.util.Optional;

/**
 * Whether a host name may be taken out of a foreign wildcard listener.
 *
 * <pre>
 * foreign listener of the entrance | one made by us for it stands    | claim | then
 * ---------------------------------+---------------------------------+-------+-----------------
 * a wildcard that takes the host   | no                              | no    | claimMissing
 *                                  | no                              | yes   | taken, and warned of
 *                                  | yes: it came later              | any   | ours stays before it
 * names the host exactly           | any                             | any   | listenerCollision
 * no host name (basic)             | any                             | any   | ours stands before it
 * </pre>
 */
final class WildcardClaim {
  private final Estate estate;
  private final Router router;

  WildcardClaim(Estate estate, Router router) {
    this.estate = estate;
    this.router = router;
  }

  /** Whether no listener that we made for the host name stands at that entrance yet. */
  boolean isNeeded(NewRule rule) {
    // By the owner record, not by what the listener says now: a colleague may have changed that.
    return estate.owned().elements().entrySet().stream()
        .filter(entry -> entry.getKey().collection().equals(Kind.LISTENER.collection()))
        .filter(entry -> entry.getValue().host().map(HostPattern::of).equals(host(rule)))
        .noneMatch(entry -> router.stands(rule.entrance(), entry.getKey()));
  }

  private static Optional<HostPattern> host(NewRule rule) {
    return Optional.of(rule.host());
  }

  /** Why the site is blocked. */
  Obstacle missing(Site site, NewRule rule, ElementKey wildcard) {
    return new Obstacle(
        BlockCode.CLAIM_MISSING,
        "foreign listener " + named(wildcard) + " answers for " + rule.host() + at(rule),
        "set claim to true in endpoints."
            + site.type().wireName()
            + " to take "
            + rule.host()
            + " out of it, or publish it on another frontend");
  }

  /** What the claim does. */
  String words(NewRule rule, ElementKey wildcard) {
    return rule.host() + at(rule) + " is taken out of foreign listener " + named(wildcard);
  }

  private String named(ElementKey wildcard) {
    String rule =
        estate.document().elements(Kind.RULE.collection()).stream()
            .filter(
                element ->
                    element
                        .reference("httpListener")
                        .filter(id -> id.name().equalsIgnoreCase(wildcard.name()))
                        .isPresent())
            .map(WildcardClaim::numbered)
            .findFirst()
            .orElse("no rule");
    String hosts =
        estate
            .document()
            .element(wildcard)
            .map(listener -> String.join(", ", ListenerHosts.of(listener)))
            .orElse("");
    return "'" + wildcard.name() + "' (" + hosts + "; " + rule + ")";
  }

  private static String numbered(Element rule) {
    return "rule '"
        + rule.key().name()
        + "', priority "
        + rule.properties().path("priority").asText("none");
  }

  private static String at(NewRule rule) {
    return " at " + rule.entrance();
  }
}
