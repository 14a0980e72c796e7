package dev.lockstep.model;

/** How a backend pool names the service. */
public enum PoolKind {
  /** By host name, which the gateway resolves with the DNS of its network. */
  FQDN("fqdn"),
  /** By the private addresses that the service reports. */
  ADDRESS("address");

  private final String wireName;

  PoolKind(String wireName) {
    this.wireName = wireName;
  }

  /** The name as the configuration writes it. */
  public String wireName() {
    return wireName;
  }
}
