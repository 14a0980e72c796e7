package dev.lockstep.simulator.clients;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.Simulator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** What the Java SDKs need to reach a simulator. */
final class SdkAccess {
  private SdkAccess() {}

  /** A client that trusts the simulator. */
  static HttpClient http(Simulator simulator) {
    return new JdkHttpClientBuilder(
            java.net.http.HttpClient.newBuilder().sslContext(trusting(simulator.ready())))
        .build();
  }

  /** The operator. */
  static TokenCredential credential(Simulator simulator, HttpClient http) {
    ObjectNode ready = simulator.ready();
    return new ClientSecretCredentialBuilder()
        .authorityHost(ready.path("armEndpoint").asText())
        .tenantId(ready.path("tenantId").asText())
        .clientId(ready.path("clientId").asText())
        .clientSecret(ready.path("clientSecret").asText())
        .disableInstanceDiscovery()
        .httpClient(http)
        .build();
  }

  private static SSLContext trusting(ObjectNode ready) {
    try (InputStream in = Files.newInputStream(Path.of(ready.path("trustStore").asText()))) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, ready.path("trustStorePassword").asText().toCharArray());
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, factory.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException failed) {
      throw new AssertionError(failed);
    }
  }
}
