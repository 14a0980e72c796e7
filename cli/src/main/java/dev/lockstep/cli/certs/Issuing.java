package dev.lockstep.cli.certs;

import dev.lockstep.model.HostName;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Makes certificates. Each begins an hour before, for clocks that differ, and none outlives its
 * issuer.
 *
 * @param now the begin
 * @param keys kind of the keys that are made
 */
record Issuing(Instant now, KeyChoice keys) {
  private static final Duration ROOT_LIFE = Duration.ofDays(3650);
  private static final Duration INTERMEDIATE_LIFE = Duration.ofDays(1825);
  private static final Duration SLACK = Duration.ofHours(1);
  private static final int SERIAL_BITS = 120;

  Holder root(String commonName) {
    KeyPair pair = keys.generate();
    X509Certificate certificate =
        sign(
            name(commonName),
            pair.getPublic(),
            Optional.empty(),
            pair.getPrivate(),
            ROOT_LIFE,
            Profile.AUTHORITY);
    return new Holder(pair.getPrivate(), List.of(certificate));
  }

  /** An intermediate that bears the name of the authority above it. */
  Holder intermediate(Holder issuer) {
    KeyPair pair = keys.generate();
    RDN[] above = subject(issuer.certificate()).getRDNs(BCStyle.CN);
    String commonName =
        above.length == 0
            ? "Issuing"
            : IETFUtils.valueToString(above[0].getFirst().getValue()) + " Issuing";
    X509Certificate certificate =
        sign(
            name(commonName),
            pair.getPublic(),
            Optional.of(issuer.certificate()),
            issuer.key(),
            INTERMEDIATE_LIFE,
            Profile.AUTHORITY);
    return new Holder(pair.getPrivate(), issuer.below(certificate));
  }

  /** The same key and name, vouched for by an older root. */
  Holder crossSigned(Holder root, Holder older) {
    X509Certificate certificate =
        sign(
            X500Name.getInstance(root.certificate().getSubjectX500Principal().getEncoded()),
            root.certificate().getPublicKey(),
            Optional.of(older.certificate()),
            older.key(),
            INTERMEDIATE_LIFE,
            Profile.AUTHORITY);
    return new Holder(root.key(), older.below(certificate));
  }

  Holder server(HostName host, Holder issuer, Duration life) {
    KeyPair pair = keys.generate();
    // A CN holds 64 characters (RFC 5280, appendix A.1); verifiers go by the alternative name.
    String commonName = host.value().length() <= 64 ? host.value() : "server";
    X509Certificate certificate =
        sign(
            name(commonName),
            pair.getPublic(),
            Optional.of(issuer.certificate()),
            issuer.key(),
            life,
            Profile.server(host));
    return new Holder(pair.getPrivate(), issuer.below(certificate));
  }

  private X509Certificate sign(
      X500Name subject,
      PublicKey key,
      Optional<X509Certificate> issuer,
      PrivateKey signer,
      Duration life,
      Profile profile) {
    Instant wished = now.plus(life);
    Instant end =
        issuer
            .map(above -> above.getNotAfter().toInstant())
            .filter(last -> last.isBefore(wished))
            .orElse(wished);
    try {
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              issuer.map(Issuing::subject).orElse(subject),
              new BigInteger(SERIAL_BITS, new SecureRandom()).add(BigInteger.ONE),
              Date.from(now.minus(SLACK)),
              Date.from(end),
              subject,
              key);
      JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
      PublicKey above = issuer.map(X509Certificate::getPublicKey).orElse(key);
      builder.addExtension(
          Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(key));
      builder.addExtension(
          Extension.authorityKeyIdentifier, false, ids.createAuthorityKeyIdentifier(above));
      profile.addTo(builder);
      String algorithm = signer.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
      return new JcaX509CertificateConverter()
          .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(signer)));
    } catch (GeneralSecurityException | CertIOException | OperatorCreationException failed) {
      throw new IllegalStateException("cannot sign a certificate for " + subject, failed);
    }
  }

  private static X500Name subject(X509Certificate certificate) {
    X500Principal principal = certificate.getSubjectX500Principal();
    return X500Name.getInstance(principal.getEncoded());
  }

  private static X500Name name(String commonName) {
    return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, commonName).build();
  }

  /** What a certificate is for. */
  private record Profile(BasicConstraints constraints, int usage, Optional<GeneralNames> names) {
    static final Profile AUTHORITY =
        new Profile(
            new BasicConstraints(true), KeyUsage.keyCertSign | KeyUsage.cRLSign, Optional.empty());

    static Profile server(HostName host) {
      return new Profile(
          new BasicConstraints(false),
          KeyUsage.digitalSignature | KeyUsage.keyEncipherment,
          Optional.of(new GeneralNames(new GeneralName(GeneralName.dNSName, host.value()))));
    }

    void addTo(X509v3CertificateBuilder builder) throws CertIOException {
      builder.addExtension(Extension.basicConstraints, true, constraints);
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
      if (names.isPresent()) {
        builder.addExtension(
            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        builder.addExtension(Extension.subjectAlternativeName, false, names.get());
      }
    }
  }
}
