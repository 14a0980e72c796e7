package dev.lockstep.model;

/** Whether a binding's plans are carried out. */
public enum Mode {
  /** Plans are shown; a plan is carried out only when it is confirmed by its hash. */
  PLAN,
  /** Plans are carried out. */
  APPLY
}
