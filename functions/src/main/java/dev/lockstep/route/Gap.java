package dev.lockstep.route;

import dev.lockstep.model.ElementKey;
import java.util.Optional;

/** Whether a new rule has a place. */
public sealed interface Gap {
  /**
   * It has.
   *
   * @param priority the number to give it, 1 to 20000
   * @param takesFromWildcard the foreign wildcard listener that serves the host until now; whoever
   *     takes a host out of it needs a {@code claim}
   */
  record Free(int priority, Optional<ElementKey> takesFromWildcard) implements Gap {}

  /**
   * It has not.
   *
   * @param before the rule that must stay before it; empty when there is none
   * @param after the rule that must stay after it; empty when there is none
   * @param reason why nothing is left between them
   */
  record Blocked(Optional<Neighbour> before, Optional<Neighbour> after, Reason reason)
      implements Gap {
    /** What is in the way, both neighbours named by rule and priority. */
    public String why() {
      String after = this.after.map(rule -> reason.follower().formatted(rule)).orElse("");
      String before = this.before.map(" It must stand after %s."::formatted).orElse("");
      return reason.meaning() + before + after;
    }

    /** What is in the way, and what helps. */
    public String describe() {
      return why() + " " + reason.remedy();
    }
  }

  /** Why a rule has no place. */
  enum Reason {
    HOST_TAKEN(
        "Another listener of this frontend and port already names the host.",
        "Remove the host name there, or publish it on another frontend or port."),
    CROSSED(
        "The rules that must come first and those that must come last stand the wrong way round.",
        "Give the first a smaller priority than the second."),
    DEFAULT_CERTIFICATE(
        "Its rule would be the first with HTTPS there, and clients without SNI would get another"
            + " certificate.",
        "Give an HTTPS rule that does not take the host the smallest priority."),
    FULL(
        "Every number between its neighbours is in use.",
        "Move one of the two neighbours to leave numbers between them."),
    WITHOUT_PRIORITY(
        "The gateway has rules without priority, and the service refuses a mix.",
        "Give every rule a priority; an update of the gateway in the portal does it.");

    private static final String ORDER = " It must stand before %s.";
    private static final String PLACE = " That is %s.";

    private final String meaning;
    private final String remedy;

    Reason(String meaning, String remedy) {
      this.meaning = meaning;
      this.remedy = remedy;
    }

    /** One sentence. */
    public String meaning() {
      return meaning;
    }

    /** What to say of the rule that follows: for some reasons it is just the culprit. */
    private String follower() {
      return this == HOST_TAKEN || this == WITHOUT_PRIORITY ? PLACE : ORDER;
    }

    /** What a person can do, one sentence. */
    public String remedy() {
      return remedy;
    }
  }
}
