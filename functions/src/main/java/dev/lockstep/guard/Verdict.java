package dev.lockstep.guard;

/** What a guard says. */
public sealed interface Verdict {
  /** Nothing against it. */
  record Allowed() implements Verdict {}

  /**
   * The plan must not be carried out.
   *
   * @param code the rule
   * @param reason what is wrong
   * @param remedy what would make it right
   */
  record Refused(GuardCode code, String reason, String remedy) implements Verdict {}

  /** Nothing against it. */
  static Verdict allowed() {
    return new Allowed();
  }
}
