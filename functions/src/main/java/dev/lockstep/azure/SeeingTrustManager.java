package dev.lockstep.azure;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Keeps what a server presents and objects to nothing. For looking only: nothing may ever be sent
 * to a server that was let in like this.
 */
final class SeeingTrustManager extends X509ExtendedTrustManager {
  private final List<X509Certificate> seen;

  SeeingTrustManager(List<X509Certificate> seen) {
    this.seen = seen;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {
    seen.addAll(List.of(chain));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
    seen.addAll(List.of(chain));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType) {
    seen.addAll(List.of(chain));
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    throw new CertificateException("no server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("no server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("no server");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
