package dev.lockstep.plan;

import dev.lockstep.desire.Site;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.route.Gap;
import dev.lockstep.route.NewRule;
import dev.lockstep.route.PriorityGap;
import dev.lockstep.route.Router;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds a priority for every rule that needs one (design 5.5), however many a site has.
 *
 * <pre>
 * the rule stands            | its place holds | a place is free | then
 * ---------------------------+-----------------+-----------------+---------------------------
 * yes, at that entrance      | yes             | -               | it keeps its number
 * yes, at that entrance      | no              | yes             | it moves
 * yes, at another entrance   | -               | yes             | keeps its number if it may
 * no                         | -               | yes             | it gets the number
 * any                        | no              | no              | the site is blocked alone,
 *                            |                 |                 | what it has stays
 * </pre>
 *
 * <p>A place holds while no rule before it takes its host name and it takes nothing from others.
 * What a place inside a foreign wildcard demands stands at {@link WildcardClaim}.
 */
final class RulePlaces {
  private final GatewayDocument document;
  private final Router router;
  private final PriorityGap gap;
  private final Map<Site, List<NewRule>> rules;
  private final Function<Site, Collection<ElementKey>> replaced;
  private final Set<ElementKey> going;
  private final WildcardClaim claim;

  /**
   * @param rules the sites in order, with their rules
   * @param replaced elements that a site's own take the place of
   * @param going elements that leave
   */
  RulePlaces(
      Estate estate,
      Map<Site, List<NewRule>> rules,
      Function<Site, Collection<ElementKey>> replaced,
      Set<ElementKey> going) {
    this.document = estate.document();
    this.router = estate.router();
    this.rules = new LinkedHashMap<>(rules);
    this.replaced = replaced;
    this.going = going;
    Set<ElementKey> listeners = new LinkedHashSet<>();
    rules.values().forEach(some -> some.forEach(rule -> listeners.add(rule.listener())));
    this.gap = PriorityGap.of(router, key -> estate.owned().owns(key) || listeners.contains(key));
    this.claim = new WildcardClaim(estate, router);
  }

  /** The places of all rules. */
  Placement choose() {
    Map<Site, Obstacle> blocked = new LinkedHashMap<>();
    while (true) {
      Round round = new Round();
      Optional<Site> undone = round.run();
      blocked.putAll(round.found.blocked());
      if (undone.isEmpty()) {
        return new Placement(round.found.numbers(), blocked, round.found.claims());
      }
      // What the site has stays after all, and stands in the way of others: begin again without it.
      blocked.keySet().forEach(rules::remove);
    }
  }

  private Optional<Integer> number(NewRule rule) {
    return document
        .element(rule.rule())
        .map(element -> element.properties().path("priority"))
        .filter(priority -> priority.canConvertToInt())
        .map(priority -> priority.asInt());
  }

  /** One pass over all sites. */
  private final class Round {
    private final Placement found = new Placement();
    private final Set<NewRule> homeless = new LinkedHashSet<>();
    private PriorityGap now = gap;

    /** The first site that was blocked although others rely on what it gives up; empty if none. */
    Optional<Site> run() {
      clear();
      for (Map.Entry<Site, List<NewRule>> entry : rules.entrySet()) {
        Site site = entry.getKey();
        Optional<Obstacle> obstacle = place(site, entry.getValue());
        if (obstacle.isPresent()) {
          found.blocked().put(site, obstacle.get());
          if (leavesTraces(site, entry.getValue())) {
            return Optional.of(site);
          }
        }
      }
      return Optional.empty();
    }

    /** Takes out what leaves and what has lost its place. */
    private void clear() {
      Set<ElementKey> gone = new LinkedHashSet<>(going);
      Map<NewRule, Integer> standing = new LinkedHashMap<>();
      rules.forEach(
          (site, some) -> {
            gone.addAll(replaced.apply(site));
            for (NewRule rule : some) {
              gone.add(rule.rule());
              number(rule).ifPresent(number -> standing.put(rule, number));
            }
          });
      now = now.without(gone).with(standing);
      for (List<NewRule> some : rules.values()) {
        for (NewRule rule : some) {
          boolean stays = standing.containsKey(rule) && router.isInPlace(rule) && now.keeps(rule);
          if (!stays) {
            homeless.add(rule);
            now = standing.containsKey(rule) ? now.without(rule.rule()) : now;
          }
        }
      }
    }

    private Optional<Obstacle> place(Site site, List<NewRule> some) {
      for (NewRule rule : some) {
        if (homeless.contains(rule)) {
          Optional<Obstacle> obstacle = place(site, rule);
          if (obstacle.isPresent()) {
            return obstacle;
          }
        }
      }
      return Optional.empty();
    }

    private Optional<Obstacle> place(Site site, NewRule rule) {
      Optional<ElementKey> from =
          now.takesFromWildcard(rule).filter(wildcard -> claim.isNeeded(rule));
      if (from.isPresent() && !site.policy().options().claim()) {
        return Optional.of(claim.missing(site, rule, from.get()));
      }
      Gap place = now.find(rule);
      if (place instanceof Gap.Blocked none) {
        return Optional.of(NoPlace.obstacle(rule, none));
      }
      Gap.Free free = (Gap.Free) place;
      from.ifPresent(wildcard -> found.claim(site, claim.words(rule, wildcard)));
      int number = number(rule).filter(own -> now.allows(rule, own)).orElse(free.priority());
      now = now.with(rule, number);
      if (!number(rule).equals(Optional.of(number))) {
        found.numbers().put(rule.rule(), number);
      }
      return Optional.empty();
    }

    private boolean leavesTraces(Site site, List<NewRule> some) {
      List<ElementKey> touched = new ArrayList<>(replaced.apply(site));
      some.stream()
          .map(NewRule::rule)
          .filter(key -> document.element(key).isPresent() || found.numbers().containsKey(key))
          .forEach(touched::add);
      return !touched.isEmpty();
    }
  }
}
