package dev.lockstep.trust;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * The chains of one host name in one region behind a backend setting. What is presented is best
 * read over TLS; where that fails, the thumbprint that API Management reports may name a version in
 * the vault.
 *
 * @param host the host name that the gateway asks for
 * @param region where, for messages
 * @param managed whether Azure looks after the certificate ({@code certificateSource: Managed})
 * @param presented what is presented now
 * @param newest what the newest version in the vault will make of it
 * @param switchBy when the newest is presented at the latest, if that is known
 */
public record BackendChains(
    String host,
    String region,
    boolean managed,
    Sight presented,
    Sight newest,
    Optional<Instant> switchBy) {
  public BackendChains {
    requireNonNull(host, "host is null");
    requireNonNull(region, "region is null");
    requireNonNull(presented, "presented is null");
    requireNonNull(newest, "newest is null");
    requireNonNull(switchBy, "switchBy is null");
  }

  /** A certificate that Azure looks after: its chain is not looked at. */
  public static BackendChains managedByAzure(String host, String region) {
    return new BackendChains(
        host, region, true, new Sight.Absent(), new Sight.Absent(), Optional.empty());
  }
}
