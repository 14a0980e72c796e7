package dev.lockstep.trust;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;

/**
 * The key of a certificate.
 *
 * @param kind its kind
 * @param bits length of the RSA modulus or of the order of the curve; 0 when it is of another kind
 * @param checkable whether a signature can be checked with it in bounded time
 */
public record PublicKeyFacts(Kind kind, int bits, boolean checkable) {
  /** Kinds of keys. */
  public enum Kind {
    /** RSA. */
    RSA,
    /** Elliptic curve, ECDSA. */
    EC,
    /** All others, such as Ed25519 or DSA. */
    OTHER
  }

  // NIST SP 800-57 part 1, table 2: 112 bits of strength.
  private static final int RSA_LEAST = 2048;
  private static final int EC_LEAST = 224;
  // Larger keys would cost seconds for each check and are in no public root store.
  private static final int RSA_MOST = 8192;
  private static final int EXPONENT_MOST = 64;

  static PublicKeyFacts of(PublicKey key) {
    if (key instanceof RSAPublicKey rsa) {
      int bits = rsa.getModulus().bitLength();
      boolean checkable = bits <= RSA_MOST && rsa.getPublicExponent().bitLength() <= EXPONENT_MOST;
      return new PublicKeyFacts(Kind.RSA, bits, checkable);
    }
    if (key instanceof ECPublicKey ec) {
      return new PublicKeyFacts(Kind.EC, ec.getParams().getOrder().bitLength(), true);
    }
    return new PublicKeyFacts(Kind.OTHER, 0, true);
  }

  /** Whether a key of this length is too short to be relied on. */
  boolean isWeak() {
    return (kind == Kind.RSA && bits < RSA_LEAST) || (kind == Kind.EC && bits < EC_LEAST);
  }

  /** Such as {@code RSA 2048}. */
  String shown() {
    return bits == 0 ? kind.name() : kind + " " + bits;
  }
}
