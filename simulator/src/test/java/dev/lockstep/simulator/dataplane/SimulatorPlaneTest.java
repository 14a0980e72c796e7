package dev.lockstep.simulator.dataplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.simulator.Simulator;
import dev.lockstep.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;

/** The simulator as a user starts it, with a client that checks certificates and names. */
class SimulatorPlaneTest {
  @Test
  void theReadyFileTellsAStrictClientWhereToConnectAndWhomToTrust() throws Exception {
    try (Simulator simulator = Simulator.start(SimulatorOptions.DEFAULT)) {
      JsonNode ready = simulator.ready();
      JsonNode https = frontend(ready, 443);
      assertThat(https.path("frontend").asText()).isEqualTo("appGwPublicFrontendIpIPv4");
      assertThat(https.path("address").asText()).isEqualTo("20.50.10.30");
      assertThat(https.path("hostNames").get(0).asText()).isEqualTo("shop.fabrikam.com");
      int port = Integer.parseInt(https.path("connect").asText().split(":")[1]);
      SSLContext trusting = trusting(Path.of(ready.path("trustStore").asText()));
      assertThat(get(trusting, port, "shop.fabrikam.com"))
          .startsWith("HTTP/1.1 200")
          .contains("ok shop-");
      assertThatThrownBy(() -> get(trusting, port, "www.fabrikam.com"))
          .isInstanceOf(SSLHandshakeException.class);
    }
  }

  @Test
  void theReadyFileTellsWhereServicesCanBeCalledBesideTheirGateway() throws Exception {
    try (Simulator simulator = Simulator.start(SimulatorOptions.DEFAULT)) {
      JsonNode ready = simulator.ready();
      assertThat(ready.path("services")).hasSize(1);
      JsonNode service = ready.path("services").get(0);
      assertThat(service.path("serviceId").asText())
          .isEqualToIgnoringCase(ready.path("serviceId").asText());
      assertThat(service.path("address").asText()).isEqualTo("10.0.1.5");
      assertThat(service.path("port").asInt()).isEqualTo(443);
      int port = Integer.parseInt(service.path("connect").asText().split(":")[1]);
      SSLContext trusting = trusting(Path.of(ready.path("trustStore").asText()));
      assertThat(get(trusting, port, "api.contoso.com"))
          .startsWith("HTTP/1.1 200")
          .contains("\"host\":\"api.contoso.com\"");
      assertThat(Files.readString(Path.of(ready.path("publicRoots").asText())))
          .containsOnlyOnce("BEGIN CERTIFICATE");
    }
  }

  private static JsonNode frontend(JsonNode ready, int port) {
    for (JsonNode one : ready.path("frontends")) {
      if (one.path("port").asInt() == port) {
        return one;
      }
    }
    throw new AssertionError("no frontend with port " + port + " in " + ready.path("frontends"));
  }

  private static String get(SSLContext trusting, int port, String host) throws IOException {
    try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), port);
        SSLSocket socket =
            (SSLSocket) trusting.getSocketFactory().createSocket(plain, host, 443, true)) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      String request = "GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static SSLContext trusting(Path store) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      trusted.load(in, "changeit".toCharArray());
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }
}
