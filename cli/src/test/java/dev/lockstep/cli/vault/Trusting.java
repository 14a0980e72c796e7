package dev.lockstep.cli.vault;

import dev.lockstep.cli.world.Ready;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Trust in the authorities of a simulated world. */
public final class Trusting {
  private Trusting() {}

  /** A context that accepts what they vouch for. */
  public static SSLContext in(Ready ready) {
    try (InputStream in = Files.newInputStream(Path.of(ready.text("trustStore")))) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, ready.text("trustStorePassword").toCharArray());
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("the simulator's trust store cannot be used", e);
    }
  }
}
