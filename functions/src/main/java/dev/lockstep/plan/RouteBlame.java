package dev.lockstep.plan;

import dev.lockstep.desire.Site;
import dev.lockstep.desire.SiteElements;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.route.Moved;
import dev.lockstep.route.NewRule;
import dev.lockstep.route.Route;
import dev.lockstep.route.RouteDiff;
import dev.lockstep.route.Router;
import dev.lockstep.route.Stray;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Holds single sites responsible for routes that a new document would move.
 *
 * <pre>
 * what moves                                | responsible is the site of
 * ------------------------------------------+------------------------------------------
 * a host of others, to a rule of ours       | that rule
 * a certificate of others                   | the rule whose certificate is shown now
 * our own host does not reach its rule      | its rule
 * anything else                             | nobody: the guard refuses the whole plan
 * </pre>
 */
final class RouteBlame {
  private final Router before;
  private final Router after;
  private final Predicate<ElementKey> owned;
  private final GatewayDocument document;

  /**
   * @param document the gateway as it is
   * @param before what it does with requests now
   * @param changed the gateway as it would be
   * @param owned whether a listener is or was ours
   */
  RouteBlame(
      GatewayDocument document,
      Router before,
      GatewayDocument changed,
      Predicate<ElementKey> owned) {
    this.before = before;
    this.after = Router.of(changed);
    this.owned = owned;
    this.document = document;
  }

  /** The responsible sites, with what each would do. */
  Map<Site, Obstacle> blamed(List<Site> sites) {
    Map<ElementKey, String> rules = new LinkedHashMap<>();
    for (Moved moved : RouteDiff.between(before, after, owned)) {
      culprit(moved).ifPresent(rule -> rules.putIfAbsent(rule, moved.describe()));
    }
    for (Stray stray : Stray.between(before, after, owned)) {
      // Whoever takes somebody's traffic may take ours too; then that is the one to hold.
      boolean taken = stray.is() instanceof Route.Matched taker && rules.containsKey(taker.rule());
      if (!taken) {
        rules.putIfAbsent(stray.rule(), stray.describe());
      }
    }
    Map<Site, Obstacle> blamed = new LinkedHashMap<>();
    if (!rules.isEmpty()) {
      Map<ElementKey, Site> byRule = byRule(sites);
      rules.forEach(
          (rule, words) ->
              Optional.ofNullable(byRule.get(rule))
                  .ifPresent(site -> blamed.putIfAbsent(site, moves(words))));
    }
    return blamed;
  }

  private Optional<ElementKey> culprit(Moved moved) {
    boolean taken =
        moved.after() instanceof Route.Matched now
            && !(moved.before() instanceof Route.Matched was && was.rule().equals(now.rule()));
    return taken
        ? Optional.of(((Route.Matched) moved.after()).rule())
        : after.presenter(moved.question().entrance(), moved.question().sni());
  }

  private Map<ElementKey, Site> byRule(List<Site> sites) {
    Map<ElementKey, Site> byRule = new HashMap<>();
    for (Site site : sites) {
      SiteRules.of(SiteElements.of(site), document).stream()
          .map(NewRule::rule)
          .forEach(rule -> byRule.put(rule, site));
    }
    return byRule;
  }

  private static Obstacle moves(String words) {
    return new Obstacle(
        BlockCode.PRIORITY_EXHAUSTED,
        words,
        "give the rules of these listeners priorities that leave a place, or publish the host"
            + " name on another frontend");
  }
}
