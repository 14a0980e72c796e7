package dev.lockstep.simulator.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.util.BinaryData;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.azure.storage.queue.QueueMessageEncoding;
import com.azure.storage.queue.QueueServiceClientBuilder;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** As in Azure and in the demo: HTTPS and a token, no key. */
class StorageOverTlsTest {
  private final TokenCredential identity =
      request ->
          Mono.just(
              new AccessToken(
                  String.join(" ", request.getScopes()),
                  OffsetDateTime.now(ZoneOffset.UTC).plusHours(1)));

  /** The token is what was asked for: the SDKs must ask for storage. */
  private final StorageServer server =
      new StorageServer(
          "account",
          "a2V5",
          Clock.systemUTC(),
          token -> token.equals("https://storage.azure.com/.default"));

  private static com.azure.core.http.HttpClient trusting(TlsStorage tls) throws Exception {
    return new JdkHttpClientBuilder(HttpClient.newBuilder().sslContext(tls.trust())).build();
  }

  @Test
  void blobsWorkWithAToken() throws Exception {
    try (TlsStorage tls = new TlsStorage(server.blobHandler())) {
      var client =
          new BlobServiceClientBuilder()
              .endpoint(tls.endpoint() + "/account")
              .credential(identity)
              .httpClient(trusting(tls))
              .buildClient();
      var container = client.createBlobContainerIfNotExists("state");
      container.getBlobClient("a/b").upload(BinaryData.fromString("over TLS"));
      assertThat(container.getBlobClient("a/b").downloadContent().toString()).isEqualTo("over TLS");
      assertThat(server.blobs().container("state").get("a/b", Conditions.NONE).text())
          .isEqualTo("over TLS");
    }
  }

  @Test
  void queuesWorkWithAToken() throws Exception {
    try (TlsStorage tls = new TlsStorage(server.queueHandler())) {
      var client =
          new QueueServiceClientBuilder()
              .endpoint(tls.endpoint() + "/account")
              .credential(identity)
              .messageEncoding(QueueMessageEncoding.BASE64)
              .httpClient(trusting(tls))
              .buildClient();
      var queue = client.createQueue("signals");
      queue.sendMessage("hello");
      assertThat(server.queues().queue("signals").peek(1).get(0).text()).isEqualTo("aGVsbG8=");
      assertThat(queue.receiveMessage().getBody().toString()).isEqualTo("hello");
    }
  }
}
