package dev.lockstep.simulator.dataplane;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * A client that sends the SNI and the Host that the test wants, over a connection and a TLS context
 * of its own for each request. It trusts everybody and shows what it was presented.
 */
final class TestClient {
  private static final int TIMEOUT_MILLIS = 20_000;

  /** An answer. */
  record Answer(int status, String head, String body, List<X509Certificate> certificates) {
    /** Subject of the first certificate. */
    String subject() {
      return certificates.get(0).getSubjectX500Principal().getName();
    }

    Optional<String> header(String name) {
      return head.lines()
          .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
          .map(line -> line.substring(name.length() + 1).trim())
          .findFirst();
    }
  }

  private TestClient() {}

  /** A GET with host name as SNI and Host. */
  static Answer get(InetSocketAddress address, String host, String path) {
    return get(address, Optional.of(host), host, path);
  }

  /** A GET over TLS. */
  static Answer get(InetSocketAddress address, Optional<String> sni, String host, String path) {
    try (SSLSocket socket = (SSLSocket) context().getSocketFactory().createSocket()) {
      socket.connect(address, TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setServerNames(
          sni.stream().map(SNIHostName::new).map(n -> (javax.net.ssl.SNIServerName) n).toList());
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      List<X509Certificate> certificates =
          Arrays.stream(socket.getSession().getPeerCertificates())
              .map(X509Certificate.class::cast)
              .toList();
      return exchange(socket, host, path, certificates);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** A GET without TLS. */
  static Answer plain(InetSocketAddress address, String host, String path) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      return exchange(socket, host, path, List.of());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** A TLS handshake that must end in the given time. */
  static void connect(InetSocketAddress address, Duration limit) {
    try (SSLSocket socket = (SSLSocket) context().getSocketFactory().createSocket()) {
      socket.connect(address, Math.toIntExact(limit.toMillis()));
      socket.setSoTimeout(Math.toIntExact(limit.toMillis()));
      socket.startHandshake();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** One request on a connection that is kept open; the answer must have a Content-Length. */
  static Answer exchangeKept(Socket socket, String host, String path) throws IOException {
    send(socket, host, path, "keep-alive");
    InputStream in = socket.getInputStream();
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the server closed the connection");
      }
      head.write(next);
    }
    Answer answer = parse(head.toByteArray(), List.of());
    int length = answer.header("Content-Length").map(Integer::parseInt).orElse(0);
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return new Answer(answer.status(), answer.head(), body, List.of());
  }

  private static Answer exchange(
      Socket socket, String host, String path, List<X509Certificate> certificates)
      throws IOException {
    send(socket, host, path, "close");
    return parse(socket.getInputStream().readAllBytes(), certificates);
  }

  private static void send(Socket socket, String host, String path, String connection)
      throws IOException {
    String request =
        "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: %s\r\n\r\n".formatted(path, host, connection);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  private static Answer parse(byte[] bytes, List<X509Certificate> certificates) throws IOException {
    String text = new String(bytes, StandardCharsets.UTF_8);
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      throw new IOException("no answer: '" + text + "'");
    }
    int status = Integer.parseInt(text.substring(9, 12));
    return new Answer(status, text.substring(0, end), text.substring(end + 4), certificates);
  }

  private static SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new Trusting()}, null);
      return context;
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static final class Trusting implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
