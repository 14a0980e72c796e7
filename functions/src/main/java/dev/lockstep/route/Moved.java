package dev.lockstep.route;

/**
 * A request that would be treated otherwise than before.
 *
 * @param question the request
 * @param before what the gateway does with it now
 * @param after what it would do
 */
public record Moved(Question question, Route before, Route after) {
  /** The move in words. */
  public String describe() {
    return question.host()
        + question
            .sni()
            .map(sni -> sni.equals(question.host()) ? "" : " with SNI " + sni)
            .orElse(" without SNI")
        + " at "
        + question.entrance()
        + ": "
        + describe(before)
        + " -> "
        + describe(after);
  }

  static String describe(Route route) {
    String certificate = route.certificate().map(key -> ", certificate " + key.name()).orElse("");
    return route instanceof Route.Matched matched
        ? "rule "
            + matched.rule().name()
            + " of listener "
            + matched.listener().name()
            + certificate
        : "no rule" + certificate;
  }
}
