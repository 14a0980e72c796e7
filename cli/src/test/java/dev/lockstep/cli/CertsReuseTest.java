package dev.lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.cli.certs.Keyring;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What is issued again below authorities that are there; the JDK's own validation decides. */
class CertsReuseTest {
  private static final String HOST = "api.contoso.com";

  @TempDir Path temp;
  private final Map<String, String> environment = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final StringWriter err = new StringWriter();
  private Optional<String> typed = Optional.empty();
  private Path first;

  @BeforeEach
  void first() {
    first = temp.resolve("first");
    make(first, "--root-cn", "Root 1");
  }

  @Test
  void aRenewalUnderTheSameIntermediateNeedsNothingNewToBeTrusted() throws Exception {
    Path second = temp.resolve("second");

    assertThat(make(second, "--reuse-intermediate", first.toString())).as(err.toString()).isZero();

    assertThat(chain(second).get(0)).isNotEqualTo(chain(first).get(0));
    assertThat(chain(second).subList(1, 3)).isEqualTo(chain(first).subList(1, 3));
    assertThat(holds(chain(second), root(first))).isTrue();
    assertThat(root(second)).isEqualTo(root(first));
    assertThat(second.resolve("root.pfx")).doesNotExist();

    Path third = temp.resolve("third");
    assertThat(make(third, "--reuse-intermediate", second.toString())).as(err.toString()).isZero();
    assertThat(holds(chain(third), root(first))).isTrue();
  }

  @Test
  void aNewIntermediateStandsUnderTheSameRoot() throws Exception {
    Path second = temp.resolve("second");

    assertThat(make(second, "--reuse-root", first.toString())).as(err.toString()).isZero();

    assertThat(chain(second).get(1)).isNotEqualTo(chain(first).get(1));
    assertThat(holds(chain(second), root(first))).isTrue();
    assertThat(holds(List.of(chain(second).get(0), chain(first).get(1)), root(first)))
        .as("with the old intermediate")
        .isFalse();
  }

  @Test
  void aCrossSignedRootIsTrustedByOldAndNewAndByNobodyElse() throws Exception {
    Path second = temp.resolve("second");
    Path stranger = temp.resolve("stranger");
    make(stranger, "--root-cn", "Root 1");

    make(second, "--root-cn", "Root 2", "--cross-sign", first.resolve("root.pfx").toString());

    assertThat(holds(chain(second), root(first))).isTrue();
    assertThat(holds(chain(second).subList(0, 2), root(second))).isTrue();
    assertThat(holds(chain(second), root(stranger))).isFalse();
  }

  @Test
  void aPfxFromElsewhereIsOpenedWithThePasswordOfTheEnvironment() throws Exception {
    Path elsewhere = Files.copy(first.resolve("root.pfx"), temp.resolve("our-root.p12"));
    Path second = temp.resolve("second");

    assertThat(make(second, "--reuse-root", elsewhere.toString())).isEqualTo(2);
    assertThat(err.toString())
        .contains("is not known; set the variable LOCKSTEP_CERTS_ROOT_PASSWORD");
    assertThat(second).doesNotExist();

    environment.put("LOCKSTEP_CERTS_ROOT_PASSWORD", "wrong");
    assertThat(make(second, "--reuse-root", elsewhere.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("is the password right?").doesNotContain("wrong\n");

    environment.put("LOCKSTEP_CERTS_ROOT_PASSWORD", password(first));
    assertThat(make(second, "--reuse-root", elsewhere.toString())).as(err.toString()).isZero();
    assertThat(holds(chain(second), root(first))).isTrue();
    assertThat(password(second)).isNotEqualTo(password(first));
  }

  @Test
  void thePasswordIsAskedForWhereSomebodySitsAtTheKeyboard() throws Exception {
    Path elsewhere = Files.copy(first.resolve("intermediate.pfx"), temp.resolve("ours.pfx"));
    typed = Optional.of(password(first));

    int status = make(temp.resolve("second"), "--reuse-intermediate", elsewhere.toString());

    assertThat(status).as(err.toString()).isZero();
    assertThat(asked).containsExactly("Password of " + elsewhere + ": ");
    assertThat(holds(chain(temp.resolve("second")), root(first))).isTrue();
  }

  @Test
  void aPemFileIsReadInAnyOrderAndWithAnEncryptedKey() throws Exception {
    List<X509Certificate> upwards = new ArrayList<>(chain(first).subList(1, 3));
    Collections.reverse(upwards);
    Path pem = temp.resolve("intermediate.pem");
    try (JcaPEMWriter writer = new JcaPEMWriter(Files.newBufferedWriter(pem))) {
      for (X509Certificate certificate : upwards) {
        writer.writeObject(certificate);
      }
      writer.writeObject(
          new JcaPKCS8Generator(
              (PrivateKey) key(first, "intermediate"),
              new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
                  .setProvider(new BouncyCastleProvider())
                  .setPRF(PKCS8Generator.PRF_HMACSHA256)
                  .setPassword("long and winding".toCharArray())
                  .build()));
    }
    environment.put("LOCKSTEP_CERTS_INTERMEDIATE_PASSWORD", "long and winding");
    Path second = temp.resolve("second");

    assertThat(make(second, "--reuse-intermediate", pem.toString())).as(err.toString()).isZero();
    assertThat(holds(chain(second), root(first))).isTrue();
  }

  @Test
  void aPlainPemKeyNeedsNoPassword() throws Exception {
    Path pem = temp.resolve("root.pem");
    Base64.Encoder encoder = Base64.getMimeEncoder(64, new byte[] {'\n'});
    Files.writeString(
        pem,
        "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n%s"
            .formatted(
                encoder.encodeToString(key(first, "root").getEncoded()),
                Files.readString(first.resolve("root.pem"))));

    assertThat(make(temp.resolve("second"), "--reuse-root", pem.toString()))
        .as(err.toString())
        .isZero();
    assertThat(holds(chain(temp.resolve("second")), root(first))).isTrue();
  }

  @Test
  void whatCannotIssueIsRefusedWithTheWayOut() {
    String server = first.resolve(HOST + ".pfx").toString();
    Path out = temp.resolve("second");

    assertThat(make(out, "--reuse-root", server)).isEqualTo(2);
    assertThat(make(out, "--reuse-root", first.resolve("intermediate.pfx").toString()))
        .isEqualTo(2);
    assertThat(make(out, "--reuse-intermediate", first.resolve("root.pfx").toString()))
        .isEqualTo(2);
    assertThat(make(out, "--reuse-root", first.resolve("root.pem").toString())).isEqualTo(2);
    assertThat(make(out, "--reuse-root", first.toString(), "--days", "3649", "--cross-sign", "x"))
        .isEqualTo(2);

    assertThat(err.toString())
        .contains(
            "is no authority",
            "name it with --reuse-intermediate",
            "is a root; name it with --reuse-root",
            "holds no private key",
            "exclude each other");
    assertThat(out).doesNotExist();
  }

  @Test
  void theHelpExplainsEachRehearsalInALine() {
    String help = new CommandLine(new CertsCommand()).getUsageMessage();

    assertThat(help)
        .contains(
            "A renewal under the same root and intermediate:",
            "A new intermediate under the same root:",
            "A new root:",
            "A new root that the old one vouches for (cross-signed):",
            "LOCKSTEP_CERTS_ROOT_PASSWORD");
  }

  private int make(Path out, String... arguments) {
    List<String> all =
        new ArrayList<>(List.of("--hosts", HOST, "--key", "ec256", "--out", out.toString()));
    all.addAll(List.of(arguments));
    Keyring keyring =
        new Keyring(
            name -> Optional.ofNullable(environment.get(name)),
            question -> {
              asked.add(question);
              return typed.map(String::toCharArray);
            });
    return new CommandLine(new CertsCommand(keyring))
        .setOut(new PrintWriter(new StringWriter()))
        .setErr(new PrintWriter(err, true))
        .execute(all.toArray(String[]::new));
  }

  private static String password(Path folder) throws IOException {
    return Files.readString(folder.resolve("password.txt")).strip();
  }

  private static KeyStore store(Path folder, String name)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(
        new ByteArrayInputStream(Files.readAllBytes(folder.resolve(name + ".pfx"))),
        password(folder).toCharArray());
    return store;
  }

  private static Key key(Path folder, String name) throws GeneralSecurityException, IOException {
    KeyStore store = store(folder, name);
    return store.getKey(store.aliases().nextElement(), password(folder).toCharArray());
  }

  private static List<X509Certificate> chain(Path folder)
      throws GeneralSecurityException, IOException {
    KeyStore store = store(folder, HOST);
    List<X509Certificate> chain = new ArrayList<>();
    for (var certificate : store.getCertificateChain(store.aliases().nextElement())) {
      chain.add((X509Certificate) certificate);
    }
    return chain;
  }

  private static X509Certificate root(Path folder) throws GeneralSecurityException, IOException {
    byte[] pem = Files.readString(folder.resolve("root.pem")).getBytes(StandardCharsets.US_ASCII);
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
  }

  private static boolean holds(List<X509Certificate> chain, X509Certificate root)
      throws GeneralSecurityException {
    PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
    parameters.setRevocationEnabled(false);
    List<X509Certificate> below = chain.stream().filter(one -> !one.equals(root)).toList();
    try {
      CertPathValidator.getInstance("PKIX")
          .validate(CertificateFactory.getInstance("X.509").generateCertPath(below), parameters);
      return true;
    } catch (CertPathValidatorException noPath) {
      return false;
    }
  }
}
