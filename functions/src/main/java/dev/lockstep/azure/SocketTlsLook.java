package dev.lockstep.azure;

import dev.lockstep.model.Certificate;
import dev.lockstep.model.ConnectTo;
import dev.lockstep.model.ConnectTo.Place;
import dev.lockstep.model.ReadFailure;
import dev.lockstep.model.ReadFailure.Kind;
import dev.lockstep.model.Reading;
import dev.lockstep.port.TlsLook;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/**
 * Looks over a plain TLS socket. Every chain is taken, because the look is to see it, not to trust
 * it: nothing is sent over the connection, and what was seen is judged by {@code
 * dev.lockstep.trust}. Each look has a context of its own, so that no session is resumed.
 */
public final class SocketTlsLook implements TlsLook, AutoCloseable {
  private static final Pattern ADDRESS =
      Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  private final ConnectTo connectTo;
  private final long millis;
  private final ScheduledExecutorService watch;

  /** Looks of at most {@link TlsLook#SECONDS} each. */
  public SocketTlsLook(ConnectTo connectTo) {
    this(connectTo, TimeUnit.SECONDS.toMillis(SECONDS));
  }

  SocketTlsLook(ConnectTo connectTo, long millis) {
    this.connectTo = connectTo;
    this.millis = millis;
    ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread thread = new Thread(work, "lockstep-look-watch");
              thread.setDaemon(true);
              return thread;
            });
    executor.setRemoveOnCancelPolicy(true);
    this.watch = executor;
  }

  @Override
  public Reading<List<Certificate>> look(String address, int port, String serverName) {
    if (!ADDRESS.matcher(address).matches()) {
      return unread(Kind.MALFORMED, "'" + address + "' is no IP address", "");
    }
    Place place = connectTo.standIn(address, port).orElse(new Place(address, port));
    List<X509Certificate> seen = new ArrayList<>();
    try (Socket socket = new Socket()) {
      // A time-out of a socket counts anew at each read; closing it ends all of them.
      ScheduledFuture<?> end = watch.schedule(() -> close(socket), millis, TimeUnit.MILLISECONDS);
      try {
        handshake(socket, place, serverName, seen);
      } finally {
        end.cancel(false);
      }
      return certificates(seen, place);
    } catch (IOException | IllegalArgumentException failed) {
      // A server that wants a certificate of ours gives up after it has shown its own.
      return seen.isEmpty()
          ? unreachable(address, port, serverName, failed)
          : certificates(seen, place);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java platform has TLS", missing);
    }
  }

  private void handshake(Socket socket, Place place, String serverName, List<X509Certificate> seen)
      throws IOException, GeneralSecurityException {
    int timeout = Math.toIntExact(millis);
    socket.connect(
        new InetSocketAddress(InetAddress.getByName(place.host()), place.port()), timeout);
    socket.setSoTimeout(timeout);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new SeeingTrustManager(seen)}, null);
    try (SSLSocket tls =
        (SSLSocket)
            context.getSocketFactory().createSocket(socket, serverName, place.port(), false)) {
      SSLParameters parameters = tls.getSSLParameters();
      parameters.setServerNames(List.of(new SNIHostName(serverName)));
      parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
      tls.setSSLParameters(parameters);
      tls.startHandshake();
    }
  }

  private static Reading<List<Certificate>> certificates(List<X509Certificate> seen, Place place) {
    List<Certificate> chain = new ArrayList<>();
    try {
      for (X509Certificate certificate : seen) {
        chain.add(Certificate.of(certificate.getEncoded()));
      }
    } catch (CertificateEncodingException e) {
      return unread(Kind.MALFORMED, place + " presents a certificate that cannot be read", "");
    }
    return chain.isEmpty()
        ? unread(Kind.MALFORMED, place + " presents no certificate", "")
        : Reading.known(List.copyOf(chain));
  }

  private static Reading<List<Certificate>> unreachable(
      String address, int port, String serverName, Exception failed) {
    return unread(
        Kind.UNAVAILABLE,
        "%s:%d shows no certificate for %s: %s"
            .formatted(address, port, serverName, BlobRefusal.words(failed)),
        "let the app reach port %d of %s (virtual network integration, security groups), or give a"
                .formatted(port, address)
            + " trustBundle and set presentedChain to false");
  }

  private static Reading<List<Certificate>> unread(Kind kind, String message, String remedy) {
    return Reading.unread(ReadFailure.of(kind, message, remedy));
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException alreadyGone) {
      // It is what we want.
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}
