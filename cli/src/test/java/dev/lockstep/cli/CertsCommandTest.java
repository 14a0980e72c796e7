package dev.lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CertsCommandTest {
  @TempDir Path temp;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void aServerCertificateLeadsToTheRootForUpload() throws Exception {
    Path folder = temp.resolve("one");

    int status = make(folder, "--hosts", "api.contoso.com,*.contoso.com");

    assertThat(err.toString()).isEmpty();
    assertThat(status).isZero();
    for (String file : List.of("api.contoso.com", "wildcard.contoso.com")) {
      List<X509Certificate> chain = chain(folder, file);
      assertThat(chain).hasSize(3);
      assertThat(verifies(chain, root(folder))).isTrue();
      assertThat(chain.get(0).getSubjectAlternativeNames().iterator().next().get(1))
          .isEqualTo(file.replace("wildcard", "*"));
    }
    assertThat(pem(folder.resolve("api.contoso.com.pem")))
        .isEqualTo(chain(folder, "api.contoso.com").subList(0, 2));
    assertThat(pem(folder.resolve("root.pem"))).containsExactly(root(folder));
  }

  @Test
  void theKeyOfThePfxIsThatOfTheCertificate() throws Exception {
    Path folder = temp.resolve("one");
    make(folder, "--hosts", "api.contoso.com", "--key", "rsa2048");
    byte[] text = {1, 2, 3};

    Signature signer = Signature.getInstance("SHA256withRSA");
    signer.initSign(key(folder, "api.contoso.com"));
    signer.update(text);
    byte[] signature = signer.sign();
    signer.initVerify(chain(folder, "api.contoso.com").get(0));
    signer.update(text);

    assertThat(signer.verify(signature)).isTrue();
  }

  @Test
  void keysAndPasswordAreForTheOwnerAloneAndNotPrinted() throws Exception {
    Path folder = temp.resolve("one");
    make(folder, "--hosts", "api.contoso.com");

    for (String secret : List.of("api.contoso.com.pfx", "root.pfx", "password.txt")) {
      assertThat(
              PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(secret))))
          .isEqualTo("rw-------");
    }
    assertThat(out.toString()).doesNotContain(password(folder));
    assertThat(Files.readString(folder.resolve(".gitignore"))).isEqualTo("*\n");
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> !f.toString().endsWith(".pfx")).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .doesNotContain("PRIVATE KEY");
      }
    }
  }

  @Test
  void whatComesNextIsTold() {
    make(temp.resolve("one"), "--hosts", "api.contoso.com");

    assertThat(out.toString())
        .contains(
            "az keyvault certificate import --vault-name <vault> --name cert-api-contoso-com",
            "az network application-gateway root-cert create",
            "curl --cacert");
  }

  @Test
  void aRenewedCertificateStandsBelowTheSameRoot() throws Exception {
    Path first = temp.resolve("one");
    Path second = temp.resolve("two");
    make(first, "--hosts", "api.contoso.com");

    int status = make(second, "--hosts", "api.contoso.com", "--reuse-root", first.toString());

    assertThat(status).as(err.toString()).isZero();
    assertThat(root(second)).isEqualTo(root(first));
    assertThat(verifies(chain(second, "api.contoso.com"), root(first))).isTrue();
    assertThat(chain(second, "api.contoso.com").get(0))
        .isNotEqualTo(chain(first, "api.contoso.com").get(0));
  }

  @Test
  void aCrossSignedRootIsTrustedByOldAndNewClients() throws Exception {
    Path first = temp.resolve("one");
    Path second = temp.resolve("two");
    make(first, "--hosts", "api.contoso.com", "--root-cn", "Contoso Root 1");

    int status =
        make(
            second,
            "--hosts",
            "api.contoso.com",
            "--root-cn",
            "Contoso Root 2",
            "--cross-sign",
            first.toString());

    assertThat(status).as(err.toString()).isZero();
    List<X509Certificate> chain = chain(second, "api.contoso.com");
    assertThat(chain).hasSize(4);
    assertThat(verifies(chain, root(first))).isTrue();
    assertThat(verifies(chain.subList(0, 2), root(second))).isTrue();
    assertThat(pem(second.resolve("bundle.pem"))).contains(root(first), root(second));
  }

  @Test
  void theRootCanIssueByItself() throws Exception {
    Path folder = temp.resolve("one");

    make(folder, "--hosts", "api.contoso.com", "--no-intermediate");

    assertThat(chain(folder, "api.contoso.com")).hasSize(2);
    assertThat(folder.resolve("intermediate.pem")).doesNotExist();
  }

  @Test
  void nothingIsReplacedUnlessItIsForced() throws Exception {
    Path folder = temp.resolve("one");
    make(folder, "--hosts", "api.contoso.com");
    X509Certificate before = root(folder);

    assertThat(make(folder, "--hosts", "api.contoso.com")).isEqualTo(2);
    assertThat(err.toString()).contains("already holds", "root.pfx", "--force");
    assertThat(root(folder)).isEqualTo(before);
    assertThat(make(folder, "--hosts", "api.contoso.com", "--force")).isZero();
    assertThat(root(folder)).isNotEqualTo(before);
  }

  @Test
  void thePasswordOfAFileIsUsedAndNotWrittenDown() throws Exception {
    Path folder = temp.resolve("one");
    Path file = Files.writeString(temp.resolve("secret"), "correct horse\n");

    make(folder, "--hosts", "api.contoso.com", "--password-file", file.toString());

    assertThat(folder.resolve("password.txt")).doesNotExist();
    assertThat(store(folder, "api.contoso.com", "correct horse").size()).isEqualTo(1);
  }

  @Test
  void whatIsWrongIsToldAllAtOnceAndNothingIsWritten() {
    Path folder = temp.resolve("one");

    int status = make(folder, "--hosts", "no host,api.contoso.com", "--days", "0");
    int missing = make(folder, "--hosts", "api.contoso.com", "--reuse-root", temp.toString());

    assertThat(List.of(status, missing)).containsOnly(2);
    assertThat(err.toString())
        .contains("'no host' is no host name", "--days must be", "root.pfx is not there");
    assertThat(folder).doesNotExist();
  }

  private int make(Path folder, String... arguments) {
    List<String> all = new ArrayList<>(List.of("--out", folder.toString()));
    if (!Arrays.asList(arguments).contains("--key")) {
      all.addAll(List.of("--key", "ec256"));
    }
    all.addAll(List.of(arguments));
    return new CommandLine(new CertsCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err, true))
        .execute(all.toArray(String[]::new));
  }

  private static String password(Path folder) throws IOException {
    return Files.readString(folder.resolve("password.txt")).strip();
  }

  private static KeyStore store(Path folder, String name, String password)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    byte[] bytes = Files.readAllBytes(folder.resolve(name + ".pfx"));
    store.load(new ByteArrayInputStream(bytes), password.toCharArray());
    return store;
  }

  private static PrivateKey key(Path folder, String name)
      throws GeneralSecurityException, IOException {
    KeyStore store = store(folder, name, password(folder));
    return (PrivateKey) store.getKey(store.aliases().nextElement(), password(folder).toCharArray());
  }

  private static List<X509Certificate> chain(Path folder, String name)
      throws GeneralSecurityException, IOException {
    KeyStore store = store(folder, name, password(folder));
    Certificate[] chain = store.getCertificateChain(store.aliases().nextElement());
    return Arrays.stream(chain).map(X509Certificate.class::cast).toList();
  }

  private static X509Certificate root(Path folder) throws GeneralSecurityException, IOException {
    return pem(folder.resolve("root.cer")).get(0);
  }

  private static List<X509Certificate> pem(Path file) throws GeneralSecurityException, IOException {
    return CertificateFactory.getInstance("X.509")
        .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)))
        .stream()
        .map(X509Certificate.class::cast)
        .toList();
  }

  private static boolean verifies(List<X509Certificate> chain, X509Certificate root)
      throws GeneralSecurityException {
    List<X509Certificate> below = chain.stream().filter(c -> !c.equals(root)).toList();
    PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
    parameters.setRevocationEnabled(false);
    try {
      CertPathValidator.getInstance("PKIX")
          .validate(CertificateFactory.getInstance("X.509").generateCertPath(below), parameters);
      return true;
    } catch (CertPathValidatorException noPath) {
      return false;
    }
  }
}
