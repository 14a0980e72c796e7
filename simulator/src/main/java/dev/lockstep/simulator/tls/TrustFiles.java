package dev.lockstep.simulator.tls;

import dev.lockstep.simulator.pki.Pem;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files by which clients come to trust the simulator, in a folder of their own that goes away
 * on close. They hold certificates of authorities and no key.
 */
public final class TrustFiles implements AutoCloseable {
  /** Password of the trust store; it protects nothing, but Java wants one. */
  public static final String PASSWORD = "changeit";

  private final Path folder;
  private final Path pem;
  private final Path store;
  private final Path publicRoots;

  private TrustFiles(Path folder) {
    this.folder = folder;
    this.pem = folder.resolve("ca.pem");
    this.store = folder.resolve("trust.p12");
    this.publicRoots = folder.resolve("public-roots.pem");
  }

  /**
   * Writes the files.
   *
   * @param own authorities of the control plane
   * @param roots those that everybody in the simulated world trusts
   */
  public static TrustFiles write(List<X509Certificate> own, List<X509Certificate> roots) {
    List<X509Certificate> authorities = Stream.concat(own.stream(), roots.stream()).toList();
    try {
      TrustFiles files = new TrustFiles(Files.createTempDirectory("lockstep-simulator-"));
      Files.writeString(files.pem, Pem.of(authorities), StandardCharsets.US_ASCII);
      Files.writeString(files.publicRoots, Pem.of(roots), StandardCharsets.US_ASCII);
      KeyStore keyStore = KeyStore.getInstance("PKCS12");
      keyStore.load(null, PASSWORD.toCharArray());
      for (X509Certificate authority : authorities) {
        String name = "lockstep-simulator-ca-" + keyStore.size();
        keyStore.setCertificateEntry(name, authority);
      }
      try (OutputStream out = Files.newOutputStream(files.store)) {
        keyStore.store(out, PASSWORD.toCharArray());
      }
      return files;
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot write the trust files", failed);
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException("cannot make the trust store", failed);
    }
  }

  /** The certificates as PEM. */
  public Path pem() {
    return pem;
  }

  /** The roots that everybody in the simulated world trusts, as PEM. */
  public Path publicRoots() {
    return publicRoots;
  }

  /** The certificates in a PKCS#12 store for {@code javax.net.ssl.trustStore}. */
  public Path store() {
    return store;
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(pem);
      Files.deleteIfExists(store);
      Files.deleteIfExists(publicRoots);
      Files.deleteIfExists(folder);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot remove " + folder, failed);
    }
  }
}
