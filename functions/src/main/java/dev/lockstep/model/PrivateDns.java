package dev.lockstep.model;

/** Where the A record in a private zone points. */
public enum PrivateDns {
  /** At the service itself: clients and the gateway inside the network reach it directly. */
  SERVICE("service"),
  /** At the gateway's private frontend: clients inside the network go through the gateway too. */
  FRONTEND("frontend"),
  /** No record in private zones. */
  NONE("none");

  private final String wireName;

  PrivateDns(String wireName) {
    this.wireName = wireName;
  }

  /** The name as the configuration writes it. */
  public String wireName() {
    return wireName;
  }
}
