package dev.lockstep.simulator.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;
import java.util.Locale;

/** Shows a rule as it stands. */
public final class FaultView {
  private FaultView() {}

  /** Number, description and counts. */
  public static ObjectNode of(FaultBook.Standing standing) {
    FaultRule rule = standing.rule();
    ObjectNode shown = Json.object();
    shown.put("id", standing.number());
    shown.put("on", rule.method().text() + " " + rule.kind().text());
    shown.put("principal", rule.principal().text());
    shown.put("path", rule.path().text());
    shown.put("do", word(rule.effect()));
    shown.put("effect", rule.effect().toString());
    shown.put("skip", rule.trigger().skip());
    rule.trigger().next().ifPresent(next -> shown.put("next", next));
    rule.trigger().probability().ifPresent(chance -> shown.put("probability", chance));
    shown.put("seen", standing.seen());
    shown.put("struck", standing.struck());
    return shown;
  }

  private static String word(Effect effect) {
    return effect.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }
}
