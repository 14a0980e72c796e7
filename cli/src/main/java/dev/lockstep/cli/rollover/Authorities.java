package dev.lockstep.cli.rollover;

import dev.lockstep.cli.certs.CertsPlan;
import dev.lockstep.cli.certs.CertsProblem;
import dev.lockstep.cli.certs.CertsRun;
import dev.lockstep.cli.certs.KeyChoice;
import dev.lockstep.cli.certs.Keyring;
import dev.lockstep.model.HostName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Private authorities, made by {@code lockstep certs} in a temporary folder that goes away on
 * close, with all keys.
 */
final class Authorities implements AutoCloseable {
  private static final Duration LIFE = Duration.ofDays(90);
  private static final int PASSWORD_BYTES = 18;

  private final Path folder;
  private final String password;

  Authorities() {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    password = Base64.getUrlEncoder().encodeToString(random);
    try {
      folder = Files.createTempDirectory("lockstep-rollover");
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot make a folder for the certificates", failed);
    }
  }

  /**
   * How certificates are made.
   *
   * @param name of the folder, and of a new root
   * @param intermediate whether an intermediate issues
   * @param reuse name whose root issues
   * @param cross name whose root vouches for the new one
   */
  record Wish(String name, boolean intermediate, Optional<String> reuse, Optional<String> cross) {
    static Wish root(String name) {
      return new Wish(name, true, Optional.empty(), Optional.empty());
    }

    Wish below(String root) {
      return new Wish(name, intermediate, Optional.of(root), cross);
    }

    Wish crossSignedBy(String root) {
      return new Wish(name, intermediate, reuse, Optional.of(root));
    }

    Wish withoutIntermediate() {
      return new Wish(name, false, reuse, cross);
    }
  }

  /** Makes certificates for all hosts of a site. */
  Issued issue(Site site, Wish wish) {
    Path out = path(site, wish.name());
    List<HostName> hosts = site.hosts().stream().map(HostName::new).toList();
    try {
      CertsRun.run(
          new CertsPlan(
              hosts,
              out,
              "Rehearsal %s %s".formatted(site.key(), wish.name()),
              LIFE,
              KeyChoice.ec256,
              wish.intermediate(),
              wish.reuse().map(name -> path(site, name)),
              Optional.empty(),
              wish.cross().map(name -> path(site, name)),
              Optional.empty(),
              Keyring.of(password),
              false,
              Instant.now()));
      Map<String, String> leaves = new HashMap<>();
      for (String host : site.hosts()) {
        leaves.put(host, Thumbprint.of(read(out.resolve(host + ".pem")).get(0)));
      }
      Path anchor = wish.cross().map(name -> path(site, name)).orElse(out).resolve("root.pem");
      return new Issued(leaves, Set.copyOf(read(anchor)), read(out.resolve("bundle.pem")), false);
    } catch (CertsProblem problem) {
      throw new IllegalStateException(problem.getMessage(), problem);
    }
  }

  /** The key and chain of a host name. */
  byte[] pfx(Site site, Wish wish, String host) {
    try {
      return Files.readAllBytes(path(site, wish.name()).resolve(host + ".pfx"));
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot read a certificate of the rehearsal", failed);
    }
  }

  /** The password of all stores; worth nothing elsewhere, and never printed. */
  String password() {
    return password;
  }

  private Path path(Site site, String name) {
    return folder.resolve(site.key()).resolve(name);
  }

  static List<X509Certificate> read(Path pem) {
    try {
      return CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(pem)))
          .stream()
          .map(X509Certificate.class::cast)
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot read " + pem, failed);
    } catch (CertificateException malformed) {
      throw new IllegalStateException(pem + " holds no certificate", malformed);
    }
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "the folder " + folder + " holds keys and is still there; delete it", failed);
    }
  }
}
