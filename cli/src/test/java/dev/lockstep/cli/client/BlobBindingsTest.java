package dev.lockstep.cli.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import dev.lockstep.azure.BlobText;
import dev.lockstep.cli.world.Ready;
import dev.lockstep.config.BindingsSource;
import dev.lockstep.config.Settings;
import dev.lockstep.simulator.LocalAzure;
import dev.lockstep.simulator.SimulatorOptions;
import dev.lockstep.simulator.eventgrid.DeliveryFaults;
import dev.lockstep.simulator.eventgrid.DeliveryObserver;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** The app's way to bindings in a blob, against the simulated storage account over TLS. */
class BlobBindingsTest {
  private static final String BINDINGS = "{\"bindings\": []}";
  private static final Duration LIMIT = Duration.ofSeconds(15);

  @Test
  void theBlobThatTheSettingNamesIsReadWithATokenOfTheManagedIdentity() {
    try (LocalAzure azure =
        LocalAzure.start(SimulatorOptions.DEFAULT, DeliveryFaults.NONE, DeliveryObserver.NONE)) {
      Ready ready = new Ready(azure.ready());
      Http http = new Http(ready.caFile());
      URI blob = blob(ready, "bindings.json");
      BlobText reader = new BlobText(client(ready), token(identityToken(http, ready)), LIMIT);

      assertThat(reader.read(blob))
          .isInstanceOfSatisfying(
              BlobText.Unread.class, unread -> assertThat(unread.message()).contains("404"));

      upload(http, ready, blob);
      assertThat(reader.read(blob))
          .isInstanceOfSatisfying(
              BlobText.Text.class,
              text -> {
                assertThat(text.text()).isEqualTo(BINDINGS);
                assertThat(text.etag()).isNotBlank();
              });

      assertThat(new BlobText(client(ready), token("of nobody"), LIMIT).read(blob))
          .isInstanceOfSatisfying(
              BlobText.Unread.class,
              unread -> assertThat(unread.remedy()).contains("Storage Blob Data Reader"));
    }
  }

  /** What the settings make of the URL: the emulator's address is the storage suffix. */
  private static URI blob(Ready ready, String name) {
    URI endpoint = URI.create(ready.text("blobEndpoint"));
    Settings settings =
        Settings.parse(
            Map.of(
                "LOCKSTEP_BINDINGS_URL",
                endpoint + "/config/" + name,
                "LOCKSTEP_STORAGE_SUFFIX",
                endpoint.getAuthority(),
                "AzureWebJobsStorage__accountName",
                "stlockstep"));
    return ((BindingsSource.Url) settings.bindings()).blob();
  }

  private static void upload(Http http, Ready ready, URI blob) {
    String token = Login.token(http, ready, "https://storage.azure.com");
    Map<String, String> headers =
        Map.of(
            "Authorization", "Bearer " + token,
            "x-ms-version", "2024-11-04",
            "x-ms-blob-type", "BlockBlob");
    http.send("PUT", ready.text("blobEndpoint") + "/config?restype=container", headers, "")
        .orThrow("container");
    http.send("PUT", blob.toString(), headers, BINDINGS).orThrow("the blob");
  }

  private static String identityToken(Http http, Ready ready) {
    return http.send(
            "GET",
            ready.text("identityEndpoint")
                + "?api-version=2019-08-01&resource=https://storage.azure.com",
            Map.of("X-IDENTITY-HEADER", ready.text("identityHeader")),
            "")
        .orThrow("the identity")
        .json()
        .path("access_token")
        .asText();
  }

  private static TokenCredential token(String value) {
    return context ->
        Mono.just(
            new AccessToken(value, OffsetDateTime.of(2099, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC)));
  }

  private static com.azure.core.http.HttpClient client(Ready ready) {
    return new JdkHttpClientBuilder(HttpClient.newBuilder().sslContext(Trust.in(ready.caFile())))
        .build();
  }
}
