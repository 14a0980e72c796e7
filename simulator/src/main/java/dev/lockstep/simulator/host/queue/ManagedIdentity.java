package dev.lockstep.simulator.host.queue;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockstep.simulator.host.app.AppException;
import dev.lockstep.simulator.host.app.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Tokens for storage by the managed identity protocol of App Service (Microsoft Learn, "How to use
 * managed identities for App Service": REST endpoint, api-version 2019-08-01). A token is kept
 * until five minutes before its end.
 */
final class ManagedIdentity implements StorageAuth {
  private static final String RESOURCE = "https://storage.azure.com";
  private static final Duration EARLY = Duration.ofMinutes(5);

  private record Token(String value, Instant end) {}

  private final HttpClient http;
  private final Clock clock;
  private final URI endpoint;
  private final String secret;
  private Optional<Token> token = Optional.empty();

  ManagedIdentity(HttpClient http, Clock clock, Settings settings, Optional<String> clientId) {
    this.http = http;
    this.clock = clock;
    this.secret = required(settings, "IDENTITY_HEADER");
    String client = clientId.map(id -> "&client_id=" + URLEncoder.encode(id, UTF_8)).orElse("");
    this.endpoint =
        URI.create(
            required(settings, "IDENTITY_ENDPOINT")
                + "?api-version=2019-08-01&resource="
                + URLEncoder.encode(RESOURCE, UTF_8)
                + client);
  }

  private static String required(Settings settings, String name) {
    return settings
        .find(name)
        .orElseThrow(
            () ->
                new AppException(
                    "storage without a key needs the managed identity: set "
                        + name
                        + ", or give AzureWebJobsStorage a connection string"));
  }

  @Override
  public synchronized String authorization(
      String method, Map<String, String> headers, String rawPath, Map<String, String> query) {
    Instant now = clock.instant();
    if (token.filter(held -> now.isBefore(held.end().minus(EARLY))).isEmpty()) {
      token = Optional.of(fetch());
    }
    return "Bearer " + token.orElseThrow().value();
  }

  private Token fetch() {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .header("X-IDENTITY-HEADER", secret)
            .timeout(Duration.ofSeconds(30))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException("the identity endpoint answered " + answer.statusCode());
      }
      JsonNode json = new ObjectMapper().readTree(answer.body());
      return new Token(
          json.path("access_token").asText(),
          Instant.ofEpochSecond(json.path("expires_on").asLong()));
    } catch (IOException e) {
      throw new UncheckedIOException("no token for storage from " + endpoint.getHost(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a token", e);
    }
  }
}
