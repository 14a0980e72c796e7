package dev.lockstep.plan;

import dev.lockstep.route.Gap;
import dev.lockstep.route.NewRule;

/** Tells a person why a rule has no place. */
final class NoPlace {
  private NoPlace() {}

  static Obstacle obstacle(NewRule rule, Gap.Blocked none) {
    BlockCode code =
        switch (none.reason()) {
          case HOST_TAKEN -> BlockCode.LISTENER_COLLISION;
          case WITHOUT_PRIORITY -> BlockCode.PRIORITY_MISSING;
          case CROSSED, DEFAULT_CERTIFICATE, FULL -> BlockCode.PRIORITY_EXHAUSTED;
        };
    return new Obstacle(
        code,
        rule.host() + " has no place at " + rule.entrance() + ". " + none.why(),
        none.reason().remedy());
  }
}
