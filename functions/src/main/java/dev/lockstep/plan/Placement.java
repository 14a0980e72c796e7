package dev.lockstep.plan;

import dev.lockstep.desire.Site;
import dev.lockstep.model.ElementKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where rules stand.
 *
 * @param numbers priorities of rules that are new or have to move; every other rule keeps its own
 * @param blocked the sites that have no place, and why
 * @param claims in words, what is taken out of foreign wildcards, by site
 */
record Placement(
    Map<ElementKey, Integer> numbers, Map<Site, Obstacle> blocked, Map<Site, List<String>> claims) {
  Placement() {
    this(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
  }

  void claim(Site site, String words) {
    claims.computeIfAbsent(site, s -> new ArrayList<>()).add(words);
  }
}
