package dev.lockstep.limits;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.limits.LimitProblem.Certainty;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.GatewayDocument.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks a document against the limits of the v2 SKUs.
 *
 * <pre>
 * count                                firewall rules    answer
 * within the limit for old rules       any               none
 * within the limit                     none, new         none
 *                                      old               certain, by the smaller limit
 *                                      unknown           depends, by the smaller limit
 * beyond the limit                     any               certain (old rules: by the smaller)
 * </pre>
 */
public final class Limits {
  private final GatewayDocument document;
  private final FirewallRules rules;
  private final List<LimitProblem> problems = new ArrayList<>();

  private Limits(GatewayDocument document) {
    this.document = document;
    this.rules = FirewallRules.of(document);
  }

  /** The limits that the document exceeds, in the order of the table. */
  public static List<LimitProblem> check(GatewayDocument document) {
    Limits limits = new Limits(document);
    for (Limit limit : LimitTable.COLLECTIONS) {
      limits.compare(limit, Optional.empty(), document.elements(limit.what()).size());
    }
    limits.compare(LimitTable.ACTIVE_LISTENERS, Optional.empty(), ActiveListeners.count(document));
    LimitTable.NESTED.forEach(limits::compareNested);
    limits.compareRewrites();
    limits.compareSizes();
    return List.copyOf(limits.problems);
  }

  /**
   * The limits that a change makes the document exceed, or exceed by more. What was beyond a limit
   * before and does not grow is not its doing.
   */
  public static List<LimitProblem> exceeded(GatewayDocument before, GatewayDocument after) {
    List<LimitProblem> now = check(after);
    if (now.isEmpty()) {
      return now;
    }
    List<LimitProblem> then = check(before);
    return now.stream().filter(problem -> then.stream().noneMatch(problem::isNoWorseThan)).toList();
  }

  private void compareNested(LimitTable.Nested nested) {
    for (Element element : document.elements(nested.collection())) {
      int count = element.properties().path(nested.property()).size();
      compare(nested.limit(), Optional.of(element.key().name()), count);
    }
  }

  private void compareRewrites() {
    for (Element set : document.elements("rewriteRuleSets")) {
      int actions = 0;
      int conditions = 0;
      for (JsonNode rule : set.properties().path("rewriteRules")) {
        JsonNode action = rule.path("actionSet");
        actions += action.path("requestHeaderConfigurations").size();
        actions += action.path("responseHeaderConfigurations").size();
        actions += action.path("urlConfiguration").isObject() ? 1 : 0;
        conditions += rule.path("conditions").size();
      }
      Optional<String> name = Optional.of(set.key().name());
      compare(LimitTable.REWRITE_ACTIONS, name, actions);
      compare(LimitTable.REWRITE_CONDITIONS, name, conditions);
    }
  }

  private void compareSizes() {
    for (Element certificate : document.elements("sslCertificates")) {
      String data = certificate.properties().path("data").asText("");
      // Base64: four characters for three bytes, padding included.
      int bytes = data.length() / 4 * 3;
      compare(LimitTable.CERTIFICATE_SIZE, Optional.of(certificate.key().name()), bytes);
    }
  }

  private void compare(Limit limit, Optional<String> element, int count) {
    boolean old = rules == FirewallRules.OLD;
    int max = old ? limit.maxOldRules() : limit.max();
    if (count > max) {
      add(limit, element, count, max, Certainty.CERTAIN);
    } else if (rules == FirewallRules.UNKNOWN && count > limit.maxOldRules()) {
      add(limit, element, count, limit.maxOldRules(), Certainty.DEPENDS_ON_FIREWALL_RULES);
    }
  }

  private void add(Limit limit, Optional<String> element, int count, int max, Certainty certainty) {
    problems.add(new LimitProblem(limit.what(), element, count, max, limit.source(), certainty));
  }
}
