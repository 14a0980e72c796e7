package dev.lockstep.reconcile;

/** What became of an order. */
public sealed interface OrderResult {
  /** This is what it would do; nothing was changed. */
  record Shown(Proposal proposal) implements OrderResult {}

  /** It is remembered, and the target is looked at again in a moment. */
  record Done(Proposal proposal) implements OrderResult {}

  /** Its plan is carried out; the outcome says how far it came. */
  record Carried(Outcome outcome) implements OrderResult {}

  /**
   * The world has changed since it was shown: nothing was done, and this is what it would do now.
   */
  record Changed(Proposal now) implements OrderResult {}

  /** Something else is under way on this target; nothing was done. Ask again shortly. */
  record Busy(String why) implements OrderResult {}

  /** The gateway cannot be read, so nothing can be said or done. */
  record Unread(String reason, String remedy) implements OrderResult {}
}
