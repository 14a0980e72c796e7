package dev.lockstep.cli.rollover;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * One TLS connection to a host name, with HTTP/1.1. Made by a handshake of its own: a context that
 * is used once has no session to resume.
 */
final class Connection implements Closeable {
  private static final int TIMEOUT_MILLIS = 10_000;

  private final String host;
  private final SSLSocket socket;
  private final InputStream in;
  private boolean usable = true;

  private Connection(String host, SSLSocket socket) throws IOException {
    this.host = host;
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  /** One that verifies the name; the chain is verified by the context. */
  static Connection open(InetSocketAddress address, String host, SSLContext context)
      throws IOException {
    return open(address, host, context, "HTTPS");
  }

  /** One that takes whatever is presented, to look at it. */
  static Connection open(
      InetSocketAddress address, String host, SSLContext context, String identification)
      throws IOException {
    Socket plain = new Socket();
    try {
      plain.connect(address, TIMEOUT_MILLIS);
      plain.setSoTimeout(TIMEOUT_MILLIS);
      plain.setTcpNoDelay(true);
      SSLSocket tls =
          (SSLSocket) context.getSocketFactory().createSocket(plain, host, address.getPort(), true);
      SSLParameters parameters = tls.getSSLParameters();
      parameters.setServerNames(List.of(new SNIHostName(host)));
      parameters.setEndpointIdentificationAlgorithm(identification);
      tls.setSSLParameters(parameters);
      tls.startHandshake();
      return new Connection(host, tls);
    } catch (IOException | RuntimeException failed) {
      plain.close();
      throw failed;
    }
  }

  /** The server's certificate. */
  X509Certificate leaf() throws IOException {
    return (X509Certificate) socket.getSession().getPeerCertificates()[0];
  }

  /** Whether another request may be sent over it. */
  boolean usable() {
    return usable;
  }

  /**
   * Asks for a path.
   *
   * @throws IOException when the answer is not 200 for this host name
   */
  void get(String path, boolean last) throws IOException {
    usable = false;
    String request =
        "GET %s HTTP/1.1\r\nHost: %s\r\n%s\r\n"
            .formatted(path, host, last ? "Connection: close\r\n" : "");
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    String status = line();
    int length = -1;
    boolean ends = last;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring("content-length:".length()).trim());
      }
      ends |= lower.startsWith("connection:") && lower.contains("close");
    }
    if (length < 0) {
      throw new IOException(status + " without a length");
    }
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    if (!status.contains(" 200 ") || !body.contains("\"host\":\"" + host + "\"")) {
      throw new IOException(status + " for " + host);
    }
    usable = !ends;
  }

  private String line() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the connection ended before the answer");
      }
      if (next != '\r') {
        text.append((char) next);
      }
    }
    return text.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
