package dev.lockstep.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * The certificates of one host name, as far as they were looked at. What was not to be looked at is
 * empty; what could not be read is an unread reading.
 *
 * @param presented what the service presents now, at each of its addresses
 * @param newest the newest version in the vault from which the listener takes its certificate;
 *     empty when no vault is known
 * @param upcoming what the service takes from a vault, and will present: mostly the same; empty
 *     when it takes none
 * @param chain the certificates in the secret of that version; empty when it may not be read
 * @param served what the gateway's listeners present now, at each frontend
 * @param pool certificates of the trust bundle
 * @param gaps what of the trust bundle could not be read
 */
public record HostCertificates(
    List<Look> presented,
    Optional<Reading<VaultCertificate>> newest,
    Optional<Reading<VaultCertificate>> upcoming,
    Optional<Reading<List<Certificate>>> chain,
    List<Look> served,
    List<Certificate> pool,
    List<ReadFailure> gaps) {
  public HostCertificates {
    presented = List.copyOf(presented);
    requireNonNull(newest, "newest is null");
    requireNonNull(upcoming, "upcoming is null");
    requireNonNull(chain, "chain is null");
    served = List.copyOf(served);
    pool = List.copyOf(pool);
    gaps = List.copyOf(gaps);
  }

  /** The certificates of a host name whose service takes its own from the listener's vault. */
  public HostCertificates(
      List<Look> presented,
      Optional<Reading<VaultCertificate>> newest,
      Optional<Reading<List<Certificate>>> chain,
      List<Look> served,
      List<Certificate> pool,
      List<ReadFailure> gaps) {
    this(presented, newest, newest, chain, served, pool, gaps);
  }

  /**
   * What is presented over TLS at one address.
   *
   * @param place region of the service, or name of the gateway's frontend
   * @param address IP address
   * @param chain what is presented, the server's own certificate first
   */
  public record Look(String place, String address, Reading<List<Certificate>> chain) {
    /** The server's own certificate; empty when it could not be read. */
    public Optional<Certificate> leaf() {
      return chain.asValue().flatMap(read -> read.stream().findFirst());
    }
  }
}
