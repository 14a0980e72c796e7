package dev.lockstep.trust;

import java.math.BigInteger;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate to be made, good unless it is spoilt: for a server, or for an authority. */
final class Draft {
  static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final AtomicLong SERIAL = new AtomicLong(1);

  private record Part(ASN1ObjectIdentifier id, boolean critical, ASN1Encodable value) {}

  private final String commonName;
  private final List<GeneralName> names = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();
  private Optional<Made> issuer = Optional.empty();
  private Optional<KeyPair> keys = Optional.empty();
  private Optional<BasicConstraints> authority = Optional.empty();
  private Optional<KeyPurposeId> purpose = Optional.of(KeyPurposeId.id_kp_serverAuth);
  private int usage = KeyUsage.digitalSignature;
  private String digest = "SHA256";
  private Instant from = NOW.minus(Duration.ofDays(30));
  private Instant to = NOW.plus(Duration.ofDays(300));
  private Optional<byte[]> issuerKeyId = Optional.empty();
  private boolean keyIds = true;

  Draft(String commonName) {
    this.commonName = commonName;
  }

  /** A root of that name. */
  static Made root(String name) {
    return new Draft(name).ca().make();
  }

  /** A server certificate below an authority, for its host name. */
  static Made leaf(Made issuer, String host) {
    return issuer.issues(host).dns(host).make();
  }

  Draft by(Made value) {
    issuer = Optional.of(value);
    return this;
  }

  Draft ca() {
    authority = Optional.of(new BasicConstraints(true));
    usage = KeyUsage.keyCertSign | KeyUsage.cRLSign;
    purpose = Optional.empty();
    return this;
  }

  Draft ca(int further) {
    ca();
    authority = Optional.of(new BasicConstraints(further));
    return this;
  }

  Draft keys(KeyPair value) {
    keys = Optional.of(value);
    return this;
  }

  Draft dns(String... values) {
    for (String value : values) {
      names.add(new GeneralName(GeneralName.dNSName, value));
    }
    return this;
  }

  Draft ip(String value) {
    names.add(new GeneralName(GeneralName.iPAddress, value));
    return this;
  }

  Draft email(String value) {
    names.add(new GeneralName(GeneralName.rfc822Name, value));
    return this;
  }

  Draft purpose(KeyPurposeId value) {
    purpose = Optional.of(value);
    return this;
  }

  Draft noPurpose() {
    purpose = Optional.empty();
    return this;
  }

  Draft usage(int value) {
    usage = value;
    return this;
  }

  Draft digest(String value) {
    digest = value;
    return this;
  }

  Draft days(int begin, int end) {
    from = NOW.plus(Duration.ofDays(begin));
    to = NOW.plus(Duration.ofDays(end));
    return this;
  }

  Draft withoutKeyIds() {
    keyIds = false;
    return this;
  }

  /** An authority key identifier that is not the issuer's. */
  Draft issuerKeyId(byte... value) {
    issuerKeyId = Optional.of(value);
    return this;
  }

  Draft onlyBelow(String domain) {
    GeneralSubtree subtree = new GeneralSubtree(new GeneralName(GeneralName.dNSName, domain));
    parts.add(
        new Part(
            Extension.nameConstraints,
            true,
            new NameConstraints(new GeneralSubtree[] {subtree}, null)));
    return this;
  }

  Draft unknownCriticalExtension() {
    parts.add(
        new Part(
            new ASN1ObjectIdentifier("1.3.6.1.4.1.311.99999.1"), true, new DERUTF8String("odd")));
    return this;
  }

  Made make() {
    KeyPair own = keys.orElseGet(Keys::ec);
    KeyPair signer = issuer.map(Made::keys).orElse(own);
    X500Name subject = new X500Name("CN=" + commonName);
    try {
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              issuer
                  .map(made -> X500Name.getInstance(made.certificate().subjectName().getEncoded()))
                  .orElse(subject),
              BigInteger.valueOf(SERIAL.getAndIncrement()),
              Date.from(from),
              Date.from(to),
              subject,
              own.getPublic());
      extensions(builder, own, signer);
      String algorithm = signer.getPrivate().getAlgorithm();
      String signature =
          algorithm.equals("RSA")
              ? digest + "withRSA"
              : algorithm.equals("EC") ? digest + "withECDSA" : "Ed25519";
      byte[] der =
          builder
              .build(new JcaContentSignerBuilder(signature).build(signer.getPrivate()))
              .getEncoded();
      return new Made(PublicCertificate.tryParse(der).orElseThrow(), own);
    } catch (Exception e) {
      throw new IllegalStateException("cannot make " + commonName, e);
    }
  }

  private void extensions(X509v3CertificateBuilder builder, KeyPair own, KeyPair signer)
      throws Exception {
    builder.addExtension(
        Extension.basicConstraints, true, authority.orElseGet(() -> new BasicConstraints(false)));
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
    if (purpose.isPresent()) {
      builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose.get()));
    }
    if (!names.isEmpty()) {
      builder.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(names.toArray(GeneralName[]::new)));
    }
    JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
    if (keyIds) {
      builder.addExtension(
          Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(own.getPublic()));
    }
    if (issuerKeyId.isPresent()) {
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          new org.bouncycastle.asn1.x509.AuthorityKeyIdentifier(issuerKeyId.get()));
    } else if (keyIds) {
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          ids.createAuthorityKeyIdentifier(signer.getPublic()));
    }
    for (Part part : parts) {
      builder.addExtension(part.id(), part.critical(), part.value());
    }
  }
}
