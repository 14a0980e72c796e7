package dev.lockstep.simulator.dataplane.tls;

import dev.lockstep.simulator.health.ProbeText;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Checks backend certificates as a gateway does, at the time of the world, and keeps what it
 * complained of last. One per probe, or one per pool of connections.
 */
public final class BackendTrust extends X509ExtendedTrustManager {
  private final TrustPolicy policy;
  private final Optional<String> name;
  private final Supplier<Instant> clock;
  private volatile Optional<String> complaint = Optional.empty();

  /**
   * Trust for one setting.
   *
   * @param name name that the leaf must be for; empty to look at no name
   */
  public BackendTrust(TrustPolicy policy, Optional<String> name, Supplier<Instant> clock) {
    this.policy = policy;
    this.name = name;
    this.clock = clock;
  }

  /** The text of healthProbeLog for the last certificate that was refused. */
  public Optional<String> complaint() {
    return complaint;
  }

  private void check(X509Certificate[] chain) throws CertificateException {
    List<X509Certificate> presented = List.of(chain);
    complaint =
        new ChainCheck(presented, policy, clock.get())
            .complaint()
            .or(
                () ->
                    name.filter(wanted -> !NameCheck.matches(presented.get(0), wanted))
                        .map(other -> ProbeText.NAME));
    if (complaint.isPresent()) {
      throw new CertificateException(complaint.get());
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("a gateway is the client here");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    throw new CertificateException("a gateway is the client here");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("a gateway is the client here");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return policy.anchors().toArray(X509Certificate[]::new);
  }
}
