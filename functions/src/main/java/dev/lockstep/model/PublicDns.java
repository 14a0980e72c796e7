package dev.lockstep.model;

/** Where the record in a public zone points. */
public enum PublicDns {
  /** An A record with the address of the gateway's public frontend. */
  FRONTEND("frontend"),
  /** An alias record set that follows the public IP resource of the gateway's frontend. */
  ALIAS("alias"),
  /** No record in public zones. */
  NONE("none");

  private final String wireName;

  PublicDns(String wireName) {
    this.wireName = wireName;
  }

  /** The name as the configuration writes it. */
  public String wireName() {
    return wireName;
  }
}
