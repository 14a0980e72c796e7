package dev.lockstep.model;

/**
 * Which DNS records a binding's host names get.
 *
 * @param inPrivate where records in private zones point
 * @param inPublic where records in public zones point
 */
public record DnsPolicy(PrivateDns inPrivate, PublicDns inPublic) {
  /** Private zones lead to the service, public zones are left alone. */
  public static final DnsPolicy DEFAULT = new DnsPolicy(PrivateDns.SERVICE, PublicDns.NONE);
}
