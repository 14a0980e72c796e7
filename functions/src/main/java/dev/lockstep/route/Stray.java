package dev.lockstep.route;

import dev.lockstep.model.ElementKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A host name that an owned listener names exactly and that does not reach its rule, or is shown
 * another certificate.
 *
 * @param question the request
 * @param rule the rule that should take it
 * @param is what the gateway would do
 */
public record Stray(Question question, ElementKey rule, Route is) {
  /**
   * The strays that a change makes. One that was there before and is treated as before is not its
   * doing: an owned rule that has lost its place and finds no other is reported by the planner.
   *
   * @param owned whether a listener is ours
   */
  public static List<Stray> between(Router before, Router after, Predicate<ElementKey> owned) {
    List<Stray> strays = new ArrayList<>();
    after
        .byEntrance()
        .forEach(
            (entrance, candidates) -> {
              for (Candidate ours : candidates.inOrder()) {
                if (owned.test(ours.listener())) {
                  ours.patterns().stream()
                      .filter(host -> !host.isWildcard())
                      .map(host -> ask(ours, host, after))
                      .flatMap(Optional::stream)
                      .filter(stray -> !stray.wasThere(before, ours))
                      .forEach(strays::add);
                }
              }
            });
    return List.copyOf(strays);
  }

  /** The stray in words. */
  public String describe() {
    return question.host()
        + " at "
        + question.entrance()
        + " would not reach rule "
        + rule.name()
        + " but "
        + Moved.describe(is);
  }

  private static Optional<Stray> ask(Candidate ours, HostPattern host, Router after) {
    Optional<String> sni = ours.https() ? Optional.of(host.text()) : Optional.empty();
    Question question = new Question(ours.entrance(), sni, host.text());
    Route is = question.askOf(after);
    boolean reached =
        is instanceof Route.Matched matched
            && matched.rule().equals(ours.rule())
            && (!ours.https() || matched.certificate().equals(ours.certificate()));
    return reached ? Optional.empty() : Optional.of(new Stray(question, ours.rule(), is));
  }

  private boolean wasThere(Router before, Candidate ours) {
    HostPattern host = new HostPattern(question.host());
    return before.naming(ours.entrance(), host).contains(ours.listener())
        && question.askOf(before).equals(is);
  }
}
