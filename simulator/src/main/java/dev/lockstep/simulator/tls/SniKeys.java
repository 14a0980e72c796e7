package dev.lockstep.simulator.tls;

import dev.lockstep.simulator.pki.Identity;
import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

/**
 * Chooses the certificate of each handshake by the name that the client sends, at the moment of the
 * handshake: a certificate that is replaced is presented from the next connection on.
 */
public final class SniKeys extends X509ExtendedKeyManager {
  private final Function<Optional<String>, Optional<Identity>> chooser;
  private final Map<String, Identity> inUse = new ConcurrentHashMap<>();

  /**
   * Keys by name.
   *
   * @param chooser what to present for a server name in lower case; empty name when the client
   *     sends none; an empty answer refuses the handshake
   */
  public SniKeys(Function<Optional<String>, Optional<Identity>> chooser) {
    this.chooser = chooser;
  }

  @Override
  public String chooseEngineServerAlias(String keyType, Principal[] issuers, SSLEngine engine) {
    return chooser
        .apply(name(engine))
        .filter(identity -> keyType.equals(identity.key().getAlgorithm()))
        .map(this::alias)
        .orElse(null);
  }

  @Override
  public X509Certificate[] getCertificateChain(String alias) {
    return Optional.ofNullable(inUse.get(alias))
        .map(identity -> identity.chain().toArray(X509Certificate[]::new))
        .orElse(null);
  }

  @Override
  public PrivateKey getPrivateKey(String alias) {
    return Optional.ofNullable(inUse.get(alias)).map(Identity::key).orElse(null);
  }

  /** Identities never change, so the alias of one can stay known while handshakes use it. */
  private String alias(Identity identity) {
    String alias = Integer.toHexString(identity.chain().hashCode());
    inUse.put(alias, identity);
    return alias;
  }

  private static Optional<String> name(SSLEngine engine) {
    if (engine.getHandshakeSession() instanceof ExtendedSSLSession session) {
      List<SNIServerName> names = session.getRequestedServerNames();
      return names.stream()
          .filter(SNIHostName.class::isInstance)
          .map(name -> ((SNIHostName) name).getAsciiName().toLowerCase(Locale.ROOT))
          .findFirst();
    }
    return Optional.empty();
  }

  @Override
  public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
    return null;
  }

  @Override
  public String[] getServerAliases(String keyType, Principal[] issuers) {
    return null;
  }

  @Override
  public String chooseClientAlias(String[] keyType, Principal[] issuers, Socket socket) {
    return null;
  }

  @Override
  public String[] getClientAliases(String keyType, Principal[] issuers) {
    return null;
  }
}
