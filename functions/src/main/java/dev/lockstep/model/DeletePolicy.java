package dev.lockstep.model;

/** Which kinds of change a binding allows. */
public enum DeletePolicy {
  /** Create, update and remove. */
  SYNC("sync"),
  /** Create and update; what is no longer wanted stays. */
  UPSERT_ONLY("upsert-only"),
  /** Create; what is there stays as it is. */
  CREATE_ONLY("create-only");

  private final String wireName;

  DeletePolicy(String wireName) {
    this.wireName = wireName;
  }

  /** The name as the configuration writes it. */
  public String wireName() {
    return wireName;
  }
}
