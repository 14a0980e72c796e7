package dev.lockstep.plan;

/** What a person has confirmed before the plan is made. */
public enum Confirmation {
  /** Nothing: the ordinary run. */
  NONE,
  /**
   * Removals that would otherwise wait for a person: those over the delete cap, and those for a
   * service that lists no custom host name or is gone.
   */
  REMOVALS
}
