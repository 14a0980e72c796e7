package dev.lockstep.azure;

import java.security.KeyManagementException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/** TLS as the JVM has it, with engines that wipe what they have read. */
final class WipingTls extends SSLContextSpi {
  private final SSLContext context;

  private WipingTls(SSLContext context) {
    this.context = context;
  }

  /** The JVM's default context, wiping. */
  static SSLContext context() {
    try {
      SSLContext standard = SSLContext.getDefault();
      return new SSLContext(
          new WipingTls(standard), standard.getProvider(), standard.getProtocol()) {};
    } catch (NoSuchAlgorithmException broken) {
      throw new IllegalStateException(
          "this JVM has no TLS; look at javax.net.ssl.trustStore", broken);
    }
  }

  @Override
  protected SSLEngine engineCreateSSLEngine() {
    return new WipingEngine(context.createSSLEngine());
  }

  @Override
  protected SSLEngine engineCreateSSLEngine(String host, int port) {
    return new WipingEngine(context.createSSLEngine(host, port));
  }

  @Override
  protected void engineInit(KeyManager[] keys, TrustManager[] trust, SecureRandom random)
      throws KeyManagementException {
    context.init(keys, trust, random);
  }

  @Override
  protected SSLSocketFactory engineGetSocketFactory() {
    return context.getSocketFactory();
  }

  @Override
  protected SSLServerSocketFactory engineGetServerSocketFactory() {
    return context.getServerSocketFactory();
  }

  @Override
  protected SSLSessionContext engineGetServerSessionContext() {
    return context.getServerSessionContext();
  }

  @Override
  protected SSLSessionContext engineGetClientSessionContext() {
    return context.getClientSessionContext();
  }

  @Override
  protected SSLParameters engineGetDefaultSSLParameters() {
    return context.getDefaultSSLParameters();
  }

  @Override
  protected SSLParameters engineGetSupportedSSLParameters() {
    return context.getSupportedSSLParameters();
  }
}
