package dev.lockstep.reconcile;

import dev.lockstep.plan.Plan;

/** What became of the wish to carry out a reviewed plan. */
public sealed interface ApplyResult {
  /** It is being carried out, was, or cannot be; the outcome says how far it came. */
  record Accepted(Outcome outcome) implements ApplyResult {}

  /** The world has changed since the review: nothing was written, and this is the plan now. */
  record Changed(Plan plan) implements ApplyResult {}

  /** Something else is under way on this target; nothing was written. Ask again shortly. */
  record Busy(String why) implements ApplyResult {}
}
