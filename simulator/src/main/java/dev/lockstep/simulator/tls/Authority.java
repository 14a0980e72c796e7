package dev.lockstep.simulator.tls;

import dev.lockstep.simulator.pki.Identity;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate authority that lives as long as the simulator. Its key never leaves memory.
 * Elliptic curve keys, because they are made in milliseconds.
 */
public final class Authority {
  private static final Duration VALIDITY = Duration.ofDays(30);
  private static final String SIGNATURE = "SHA256withECDSA";

  private final KeyPair keys;
  private final X509Certificate certificate;
  private final X500Name name = new X500Name("CN=Lockstep simulator CA");
  private final SecureRandom random = new SecureRandom();
  private final Instant notBefore;

  private Authority(Instant now)
      throws GeneralSecurityException, IOException, OperatorCreationException {
    this.notBefore = now.minus(Duration.ofHours(1));
    this.keys = newKeys();
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            name,
            serial(),
            Date.from(notBefore),
            Date.from(notBefore.plus(VALIDITY)),
            name,
            keys.getPublic());
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
    builder.addExtension(
        Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    this.certificate = sign(builder);
  }

  /** Makes an authority with new keys. */
  public static Authority create(Instant now) {
    try {
      return new Authority(now);
    } catch (GeneralSecurityException | IOException | OperatorCreationException failed) {
      throw new IllegalStateException("cannot make the certificate authority", failed);
    }
  }

  /** The certificate of the authority. */
  public X509Certificate certificate() {
    return certificate;
  }

  /**
   * A TLS context for a server at 127.0.0.1 and localhost, with a certificate of this authority.
   */
  public SSLContext serverContext() {
    return serverContext(List.of());
  }

  /** The same for a server that is also called by other names. */
  public SSLContext serverContext(List<String> names) {
    try {
      KeyPair own = newKeys();
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              name,
              serial(),
              Date.from(notBefore),
              Date.from(notBefore.plus(VALIDITY)),
              new X500Name("CN=localhost"),
              own.getPublic());
      builder.addExtension(Extension.subjectAlternativeName, false, alternatives(names));
      Identity identity = new Identity(own.getPrivate(), List.of(sign(builder), certificate));
      SSLContext context = SSLContext.getInstance("TLS");
      // A key store would encrypt and decrypt the key once, which takes a noticeable part of a
      // start.
      KeyManager[] keys = {new SniKeys(anyName -> Optional.of(identity))};
      context.init(keys, null, random);
      return context;
    } catch (GeneralSecurityException | IOException | OperatorCreationException failed) {
      throw new IllegalStateException("cannot make a server certificate", failed);
    }
  }

  private static GeneralNames alternatives(List<String> names) {
    List<GeneralName> all = new ArrayList<>();
    all.add(new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
    all.add(new GeneralName(GeneralName.dNSName, "localhost"));
    names.forEach(name -> all.add(new GeneralName(GeneralName.dNSName, name)));
    return new GeneralNames(all.toArray(GeneralName[]::new));
  }

  private X509Certificate sign(X509v3CertificateBuilder builder)
      throws GeneralSecurityException, OperatorCreationException {
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(new JcaContentSignerBuilder(SIGNATURE).build(keys.getPrivate())));
  }

  private BigInteger serial() {
    return new BigInteger(127, random).add(BigInteger.ONE);
  }

  private KeyPair newKeys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"), random);
    return generator.generateKeyPair();
  }
}
