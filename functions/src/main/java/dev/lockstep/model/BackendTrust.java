package dev.lockstep.model;

/** How the roots of a backend setting are chosen: configuration. */
public enum BackendTrust {
  /** By the chains: none listed when all are publicly trusted, else all. */
  AUTO("auto"),
  /** The operator says that all chains are publicly trusted: none is listed. */
  PUBLIC("public"),
  /** All roots are listed, public ones too. */
  LISTED("listed");

  private final String wireName;

  BackendTrust(String wireName) {
    this.wireName = wireName;
  }

  /** Its name in the configuration. */
  public String wireName() {
    return wireName;
  }
}
