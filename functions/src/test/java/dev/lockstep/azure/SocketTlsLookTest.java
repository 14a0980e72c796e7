package dev.lockstep.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.model.Certificate;
import dev.lockstep.model.ConnectTo;
import dev.lockstep.model.ConnectTo.Place;
import dev.lockstep.model.ReadFailure;
import dev.lockstep.model.ReadFailure.Kind;
import dev.lockstep.model.Reading;
import dev.lockstep.trust.Authority;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SocketTlsLookTest {
  private static final String HOST = "api.contoso.com";

  @Test
  void theChainIsSeenThoughNobodyTrustsItAndTheServerWantsAClientCertificate() throws Exception {
    Authority root = Authority.root("Nobody's Root");
    Authority below = root.below("Nobody's Intermediate");
    Authority.Server server = below.server(HOST);
    try (SSLServerSocket socket = listen(server, below.certificate());
        SocketTlsLook look = look("10.0.1.5", socket.getLocalPort(), 3000)) {
      socket.setNeedClientAuth(true);
      Thread answering = new Thread(() -> answer(socket));
      answering.start();

      assertThat(look.look("10.0.1.5", 443, HOST))
          .isEqualTo(Reading.known(List.of(server.certificate(), below.certificate())));
      answering.join();
    }
  }

  @Test
  void aServerThatIsSilentIsGivenUpInTime() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        SocketTlsLook look = look("10.0.1.5", silent.getLocalPort(), 200)) {
      assertThat(failure(look.look("10.0.1.5", 443, HOST)))
          .satisfies(
              failure -> {
                assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
                assertThat(failure.message()).contains("10.0.1.5:443").contains(HOST);
                assertThat(failure.remedy()).contains("trustBundle");
              });
    }
  }

  @Test
  void aNameIsNotResolved() {
    try (SocketTlsLook look = new SocketTlsLook(ConnectTo.NOTHING)) {
      assertThat(failure(look.look("localhost", 443, HOST)).kind()).isEqualTo(Kind.MALFORMED);
    }
  }

  private static ReadFailure failure(Reading<?> reading) {
    return reading.asFailure().orElseThrow();
  }

  private static SocketTlsLook look(String address, int port, long millis) {
    return new SocketTlsLook(
        ConnectTo.of(Map.of(address + ":443", new Place("127.0.0.1", port))), millis);
  }

  private static void answer(SSLServerSocket socket) {
    try (SSLSocket client = (SSLSocket) socket.accept()) {
      client.startHandshake();
    } catch (IOException clientLeft) {
      // It only looked.
    }
  }

  private static SSLServerSocket listen(Authority.Server server, Certificate issuer)
      throws Exception {
    CertificateFactory x509 = CertificateFactory.getInstance("X.509");
    KeyStore keys = KeyStore.getInstance("PKCS12");
    keys.load(null, null);
    keys.setKeyEntry(
        "server",
        server.keys().getPrivate(),
        new char[0],
        new java.security.cert.Certificate[] {
          x509.generateCertificate(new ByteArrayInputStream(server.certificate().bytes())),
          x509.generateCertificate(new ByteArrayInputStream(issuer.bytes()))
        });
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, new char[0]);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return (SSLServerSocket)
        context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
  }
}
