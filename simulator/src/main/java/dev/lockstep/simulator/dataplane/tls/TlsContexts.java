package dev.lockstep.simulator.dataplane.tls;

import dev.lockstep.simulator.tls.SniKeys;
import java.security.GeneralSecurityException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** TLS contexts of the JDK. Each new one has sessions of its own. */
public final class TlsContexts {
  private TlsContexts() {}

  /** For a server. */
  public static SSLContext server(SniKeys keys) {
    return context(new KeyManager[] {keys}, new TrustManager[0]);
  }

  /** For a client. */
  public static SSLContext client(BackendTrust trust) {
    return context(new KeyManager[0], new TrustManager[] {trust});
  }

  private static SSLContext context(KeyManager[] keys, TrustManager[] trust) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys, trust, null);
      return context;
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java has no TLS", missing);
    }
  }
}
