package dev.lockstep.trust;

import dev.lockstep.model.Sha256;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.ProviderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/**
 * A public certificate as a value: equal when the DER bytes are, ordered by SHA-256. Everything
 * that is asked of it is read once, so that a malformed one never comes to be.
 */
public final class PublicCertificate implements Comparable<PublicCertificate> {
  private final X509Certificate x509;
  private final byte[] der;
  private final String sha256;
  private final KeyIdentifiers keyIdentifiers;
  private final SubjectNames names;
  private final Validity validity;
  private final Purposes purposes;
  private final PublicKeyFacts key;
  private final SignatureFacts signature;
  private final boolean selfSigned;

  private PublicCertificate(X509Certificate x509, byte[] der) throws CertificateException {
    this.x509 = x509;
    this.der = der;
    this.sha256 = Sha256.of(der);
    this.keyIdentifiers = KeyIdentifiers.of(x509);
    this.names = SubjectNames.of(x509);
    this.validity = Validity.of(x509);
    this.purposes = Purposes.of(x509);
    this.key = PublicKeyFacts.of(x509.getPublicKey());
    this.signature = SignatureFacts.of(x509);
    this.selfSigned = isSelfIssued() && isSignedBy(this);
  }

  /**
   * The certificate of exactly these DER bytes.
   *
   * @return empty when they are no X.509 certificate, or more than one
   */
  public static Optional<PublicCertificate> tryParse(byte[] der) {
    try {
      // The factory reads a stream; this one holds bytes and reads nothing from outside.
      X509Certificate parsed =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der));
      // It takes PEM, too, and stops after the first certificate.
      return Arrays.equals(parsed.getEncoded(), der)
          ? Optional.of(new PublicCertificate(parsed, der.clone()))
          : Optional.empty();
    } catch (CertificateException | ProviderException | IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /** The JDK's view of it. */
  public X509Certificate x509() {
    return x509;
  }

  /** Its bytes. */
  public byte[] der() {
    return der.clone();
  }

  /** Base64 of DER in one line, as a gateway document holds it. */
  public String base64() {
    return Base64.getEncoder().encodeToString(der);
  }

  /** 40 upper-case hex digits, the thumbprint that API Management and the portal show. */
  public String sha1() {
    return HexFormat.of().withUpperCase().formatHex(sha1Bytes());
  }

  /** The same as Key Vault shows it: base64url without padding. */
  public String x5t() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sha1Bytes());
  }

  /** 64 lower-case hex digits. */
  public String sha256() {
    return sha256;
  }

  /** Name of whom it is for (RFC 2253), fit to be shown. */
  public String subject() {
    return Shown.of(x509.getSubjectX500Principal().getName());
  }

  /** Name of who issued it (RFC 2253), fit to be shown. */
  public String issuer() {
    return Shown.of(x509.getIssuerX500Principal().getName());
  }

  X500Principal subjectName() {
    return x509.getSubjectX500Principal();
  }

  X500Principal issuerName() {
    return x509.getIssuerX500Principal();
  }

  /** Identifiers of its key and of its issuer's. */
  public KeyIdentifiers keyIdentifiers() {
    return keyIdentifiers;
  }

  /** DNS names, addresses and common name. */
  public SubjectNames names() {
    return names;
  }

  /** When it counts. */
  public Validity validity() {
    return validity;
  }

  /** What it may be used for. */
  public Purposes purposes() {
    return purposes;
  }

  /** Kind and length of its key. */
  public PublicKeyFacts key() {
    return key;
  }

  /** How it was signed. */
  public SignatureFacts signature() {
    return signature;
  }

  /** Whether subject and issuer have the same name. That proves nothing: see the signature. */
  public boolean isSelfIssued() {
    return subjectName().equals(issuerName());
  }

  /** Whether its own key verifies its signature: the end of every path. */
  public boolean isSelfSigned() {
    return selfSigned;
  }

  /** Whether the other's key verifies its signature. */
  boolean isSignedBy(PublicCertificate other) {
    if (!other.key.checkable()) {
      return false;
    }
    try {
      x509.verify(other.x509.getPublicKey());
      return true;
    } catch (GeneralSecurityException | ProviderException otherKey) {
      return false;
    }
  }

  private byte[] sha1Bytes() {
    try {
      return MessageDigest.getInstance("SHA-1").digest(der);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }

  @Override
  public int compareTo(PublicCertificate other) {
    return sha256.compareTo(other.sha256);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PublicCertificate that && sha256.equals(that.sha256);
  }

  @Override
  public int hashCode() {
    return sha256.hashCode();
  }

  @Override
  public String toString() {
    return subject() + " [" + sha1() + "]";
  }
}
