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

  private TrustFiles(Path folder) {
    this.folder = folder;
    this.pem = folder.resolve("ca.pem");
    this.store = folder.resolve("trust.p12");
  }

  /** Writes the files for some authorities, that of the control plane first. */
  public static TrustFiles write(List<X509Certificate> authorities) {
    try {
      TrustFiles files = new TrustFiles(Files.createTempDirectory("lockstep-simulator-"));
      Files.writeString(files.pem, Pem.of(authorities), StandardCharsets.US_ASCII);
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

  /** The certificates in a PKCS#12 store for {@code javax.net.ssl.trustStore}. */
  public Path store() {
    return store;
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(pem);
      Files.deleteIfExists(store);
      Files.deleteIfExists(folder);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot remove " + folder, failed);
    }
  }
}
