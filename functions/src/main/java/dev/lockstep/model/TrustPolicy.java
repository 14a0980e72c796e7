package dev.lockstep.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * How a binding finds out which roots the gateway needs: configuration.
 *
 * @param backendTrust how the roots of a setting are chosen
 * @param bundle roots and intermediates of the operator: the first source
 * @param readChain whether the secret behind a certificate may be read for its chain; it holds the
 *     private key too, so this is opt-in
 * @param presentedChain whether the chain is looked at that the service presents at its private
 *     addresses
 */
public record TrustPolicy(
    BackendTrust backendTrust,
    Optional<TrustBundle> bundle,
    boolean readChain,
    boolean presentedChain) {
  /** By the chains that the service presents, and nothing read that holds a key. */
  public static final TrustPolicy DEFAULT =
      new TrustPolicy(BackendTrust.AUTO, Optional.empty(), false, true);

  public TrustPolicy {
    requireNonNull(backendTrust, "backendTrust is null");
    requireNonNull(bundle, "bundle is null");
  }
}
