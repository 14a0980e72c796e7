package dev.lockstep.model;

/** Whether a binding's plans are carried out. */
public enum Mode {
  /** Plans are shown; each is carried out only when it is confirmed by its hash. */
  PLAN("plan"),
  /** The target's first plan waits for a confirmation by its hash; later ones are carried out. */
  CONFIRM("confirm"),
  /** Plans are carried out. */
  APPLY("apply");

  private final String wireName;

  Mode(String wireName) {
    this.wireName = wireName;
  }

  /** The name as the configuration writes it. */
  public String wireName() {
    return wireName;
  }
}
