package dev.lockstep.simulator.pki;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/** A root or intermediate authority with its key. */
public final class CertificateAuthority {
  private static final int CA_USAGE = KeyUsage.keyCertSign | KeyUsage.cRLSign;
  private static final int LEAF_USAGE = KeyUsage.digitalSignature | KeyUsage.keyEncipherment;

  private final KeyKind kind;
  private final PrivateKey key;
  private final List<X509Certificate> chain;
  private final Randomness randomness;

  private CertificateAuthority(
      KeyKind kind, PrivateKey key, List<X509Certificate> chain, Randomness randomness) {
    this.kind = kind;
    this.key = key;
    this.chain = List.copyOf(chain);
    this.randomness = randomness;
  }

  /** A root, whose certificate it signs itself. The same seed and name give the same root. */
  public static CertificateAuthority root(String name, Validity validity, KeyKind kind, long seed) {
    Randomness randomness = new Randomness(seed);
    SecureRandom random = randomness.of("root|" + name + "|" + validity + "|" + kind);
    KeyPair keys = kind.generate(random);
    X509Certificate certificate =
        new CertificateDraft("CN=" + name, "CN=" + name, validity, serial(random))
            .with(Extension.basicConstraints, true, new BasicConstraints(true))
            .with(Extension.keyUsage, true, new KeyUsage(CA_USAGE))
            .sign(keys.getPublic(), keys.getPrivate(), kind, random);
    return new CertificateAuthority(kind, keys.getPrivate(), List.of(certificate), randomness);
  }

  /** An intermediate below this authority, with any number of further ones below it. */
  public CertificateAuthority intermediate(String name, Validity validity) {
    return intermediate(name, validity, new BasicConstraints(true));
  }

  /**
   * An intermediate below this authority.
   *
   * @param further how many further authorities may stand between it and a server certificate
   */
  public CertificateAuthority intermediate(String name, Validity validity, int further) {
    return intermediate(name, validity, new BasicConstraints(further));
  }

  private CertificateAuthority intermediate(
      String name, Validity validity, BasicConstraints constraints) {
    SecureRandom random = randomness.of("intermediate|" + name + "|" + validity + "|" + parent());
    KeyPair keys = kind.generate(random);
    X509Certificate certificate =
        new CertificateDraft(subject(), "CN=" + name, validity, serial(random))
            .with(Extension.basicConstraints, true, constraints)
            .with(Extension.keyUsage, true, new KeyUsage(CA_USAGE))
            .sign(keys.getPublic(), key, kind, random);
    return new CertificateAuthority(kind, keys.getPrivate(), above(certificate), randomness);
  }

  /**
   * Issues a server certificate; the same label gives the same key and certificate again.
   *
   * @param label tells this certificate from others with the same names, such as a version
   */
  public Identity issue(LeafRequest request, String label) {
    SecureRandom random = randomness.of("leaf|" + label + "|" + request + "|" + parent());
    KeyPair keys = request.keys().generate(random);
    CertificateDraft draft =
        new CertificateDraft(
                subject(), "CN=" + request.commonName(), request.validity(), serial(random))
            .with(Extension.basicConstraints, true, new BasicConstraints(false))
            .with(Extension.keyUsage, true, new KeyUsage(LEAF_USAGE))
            .with(
                Extension.extendedKeyUsage,
                false,
                new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
    if (!request.names().isEmpty()) {
      draft.with(Extension.subjectAlternativeName, false, names(request.names()));
    }
    X509Certificate leaf = draft.sign(keys.getPublic(), key, kind, random);
    return new Identity(keys.getPrivate(), above(leaf));
  }

  /** Issues a server certificate that differs from others by its request alone. */
  public Identity issue(LeafRequest request) {
    return issue(request, "");
  }

  /** Certificate of this authority. */
  public X509Certificate certificate() {
    return chain.get(0);
  }

  /** The root above this authority, or itself. */
  public X509Certificate rootCertificate() {
    return chain.get(chain.size() - 1);
  }

  private List<X509Certificate> above(X509Certificate certificate) {
    List<X509Certificate> longer = new ArrayList<>();
    longer.add(certificate);
    longer.addAll(chain);
    return longer;
  }

  private String subject() {
    return certificate().getSubjectX500Principal().getName();
  }

  /** Tells apart authorities of the same name with different keys. */
  private String parent() {
    return subject() + certificate().getSerialNumber();
  }

  private static BigInteger serial(SecureRandom random) {
    return new BigInteger(120, random).add(BigInteger.ONE);
  }

  private static GeneralNames names(List<String> names) {
    return new GeneralNames(
        names.stream()
            .map(
                name ->
                    new GeneralName(
                        name.matches("[0-9.]+") ? GeneralName.iPAddress : GeneralName.dNSName,
                        name))
            .toArray(GeneralName[]::new));
  }
}
