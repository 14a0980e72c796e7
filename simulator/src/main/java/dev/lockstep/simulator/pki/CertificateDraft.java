package dev.lockstep.simulator.pki;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate before it is signed. */
final class CertificateDraft {
  private record Part(ASN1ObjectIdentifier id, boolean critical, ASN1Encodable value) {}

  private final String issuer;
  private final String subject;
  private final Validity validity;
  private final BigInteger serial;
  private final List<Part> parts = new ArrayList<>();

  CertificateDraft(String issuer, String subject, Validity validity, BigInteger serial) {
    this.issuer = issuer;
    this.subject = subject;
    this.validity = validity;
    this.serial = serial;
  }

  CertificateDraft with(ASN1ObjectIdentifier id, boolean critical, ASN1Encodable value) {
    parts.add(new Part(id, critical, value));
    return this;
  }

  X509Certificate sign(PublicKey key, PrivateKey signer, KeyKind kind, SecureRandom random) {
    try {
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              new X500Name(issuer),
              serial,
              Date.from(validity.from()),
              Date.from(validity.to()),
              new X500Name(subject),
              key);
      for (Part part : parts) {
        builder.addExtension(part.id(), part.critical(), part.value());
      }
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(
                  new JcaContentSignerBuilder(kind.signature())
                      .setSecureRandom(random)
                      .build(signer)));
    } catch (GeneralSecurityException | CertIOException | OperatorCreationException failed) {
      throw new IllegalStateException("cannot sign a certificate for " + subject, failed);
    }
  }
}
