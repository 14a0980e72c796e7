package dev.lockstep.cli.certs;

import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;

/**
 * A key and certificates in one PEM file, in any order.
 *
 * @param key the key, where there is one
 * @param certificates as they stand
 */
record PemFile(Optional<PrivateKey> key, List<X509Certificate> certificates) {
  /** Tells the password when it is needed. */
  interface Secret {
    char[] get() throws CertsProblem;
  }

  static PemFile read(String text, Secret password)
      throws IOException, GeneralSecurityException, CertsProblem {
    Optional<PrivateKey> key = Optional.empty();
    List<X509Certificate> certificates = new ArrayList<>();
    JcaPEMKeyConverter keys = new JcaPEMKeyConverter();
    try (PEMParser parser = new PEMParser(new StringReader(text))) {
      for (Object part = parser.readObject(); part != null; part = parser.readObject()) {
        if (part instanceof X509CertificateHolder certificate) {
          certificates.add(new JcaX509CertificateConverter().getCertificate(certificate));
        } else if (part instanceof PrivateKeyInfo info) {
          key = Optional.of(keys.getPrivateKey(info));
        } else if (part instanceof PEMKeyPair pair) {
          key = Optional.of(keys.getKeyPair(pair).getPrivate());
        } else if (part instanceof PKCS8EncryptedPrivateKeyInfo info) {
          key = Optional.of(keys.getPrivateKey(decrypted(info, password.get())));
        }
      }
    }
    return new PemFile(key, certificates);
  }

  private static PrivateKeyInfo decrypted(PKCS8EncryptedPrivateKeyInfo info, char[] password)
      throws GeneralSecurityException {
    try {
      return info.decryptPrivateKeyInfo(
          new JceOpenSSLPKCS8DecryptorProviderBuilder()
              .setProvider(new BouncyCastleProvider())
              .build(password));
    } catch (OperatorCreationException | PKCSException wrong) {
      throw new GeneralSecurityException("the key cannot be decrypted", wrong);
    }
  }

  @Override
  public String toString() {
    return "PemFile[" + certificates.size() + " certificates]";
  }
}
