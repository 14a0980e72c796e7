package dev.lockstep.azure;

import dev.lockstep.model.Certificate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * The roots that count as public: those of a file, or those that the Java platform trusts. A
 * gateway has its own list, which nobody publishes; the platform's is the nearest to it.
 *
 * @param file path of a PEM file
 */
public record PlatformRoots(Optional<String> file) implements Supplier<List<Certificate>> {
  /**
   * The roots.
   *
   * @throws IllegalStateException when they cannot be read: that is never "none is public"
   */
  @Override
  public List<Certificate> get() {
    try {
      return file.isPresent() ? ofFile(file.get()) : ofPlatform();
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(
          "the public roots cannot be read; correct LOCKSTEP_PUBLIC_ROOTS", e);
    }
  }

  private static List<Certificate> ofFile(String file)
      throws IOException, GeneralSecurityException {
    List<Certificate> roots = new ArrayList<>();
    for (java.security.cert.Certificate root :
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(Path.of(file))))) {
      roots.add(Certificate.of(root.getEncoded()));
    }
    return List.copyOf(roots);
  }

  private static List<Certificate> ofPlatform() throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init((KeyStore) null);
    List<Certificate> roots = new ArrayList<>();
    for (var manager : factory.getTrustManagers()) {
      if (manager instanceof X509TrustManager trusting) {
        for (X509Certificate root : trusting.getAcceptedIssuers()) {
          roots.add(Certificate.of(root.getEncoded()));
        }
      }
    }
    return List.copyOf(roots);
  }
}
