package dev.lockstep.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.Simulator;
import dev.lockstep.simulator.SimulatorOptions;
import dev.lockstep.simulator.event.SimulatedEvent;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.token.Principals;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorHttpTest {
  @TempDir Path folder;

  private final BlockingQueue<SimulatedEvent> events = new LinkedBlockingQueue<>();
  private Simulator simulator;
  private ObjectNode ready;
  private HttpClient client;

  @BeforeEach
  void start() throws Exception {
    simulator =
        Simulator.start(
            SimulatorOptions.DEFAULT
                .withAuditFile(folder.resolve("audit.jsonl"))
                .withEventSink(events::add)
                .withLatencies(
                    SimulatorOptions.DEFAULT.latencies().withGateway(Duration.ofMillis(100))));
    ready = simulator.ready();
    client = HttpClient.newBuilder().sslContext(trusting()).build();
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void servesTheEstateToTheManagedIdentity() throws Exception {
    HttpResponse<byte[]> gateway =
        arm("GET", text("gatewayId") + "?api-version=2025-01-01", identityToken());

    assertThat(gateway.statusCode()).isEqualTo(200);
    assertThat(gateway.headers().firstValue("etag")).isPresent();
    assertThat(gateway.headers().firstValue("x-ms-request-id")).isPresent();
    assertThat(gateway.headers().firstValue("x-ms-ratelimit-remaining-subscription-reads"))
        .contains("249");
    JsonNode body = Json.parse(gateway.body());
    assertThat(body.path("properties").path("provisioningState").asText()).isEqualTo("Succeeded");
  }

  @Test
  void theAzureIdentityLibraryLogsInWithASecret() {
    AccessToken token =
        new ClientSecretCredentialBuilder()
            .authorityHost(text("armEndpoint"))
            .tenantId(text("tenantId"))
            .clientId(text("clientId"))
            .clientSecret(text("clientSecret"))
            .disableInstanceDiscovery()
            .httpClient(
                new JdkHttpClientBuilder(HttpClient.newBuilder().sslContext(trusting())).build())
            .build()
            .getTokenSync(
                new TokenRequestContext().addScopes("https://management.azure.com/.default"));

    assertThat(token.getExpiresAt()).isAfter(OffsetDateTime.now(ZoneOffset.UTC));
    assertThat(armStatus(token.getToken())).isEqualTo(200);
  }

  @Test
  void adfsLogsInAsTheCommandLineDoes() throws Exception {
    String adfs = text("loginEndpoint");
    JsonNode discovery =
        Json.parse(send("GET", adfs + "/.well-known/openid-configuration", "", "").body());
    assertThat(discovery.path("token_endpoint").asText()).isEqualTo(adfs + "/oauth2/token");

    String form =
        "grant_type=client_credentials&client_id=%s&client_secret=%s&scope=%s"
            .formatted(
                text("clientId"),
                text("clientSecret"),
                URLEncoder.encode(text("armEndpoint") + "/.default", StandardCharsets.UTF_8));
    HttpResponse<byte[]> token = send("POST", adfs + "/oauth2/token", form, "");
    assertThat(token.statusCode()).isEqualTo(200);
    assertThat(armStatus(Json.parse(token.body()).path("access_token").asText())).isEqualTo(200);

    HttpResponse<byte[]> wrong =
        send("POST", adfs + "/oauth2/token", form.replace("client_secret=", "client_secret=x"), "");
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(Json.parse(wrong.body()).path("error").asText()).isEqualTo("invalid_client");
  }

  @Test
  void refusesRequestsWithoutAGoodTokenAndAuditsThem() throws Exception {
    HttpResponse<byte[]> none = arm("GET", "/subscriptions?api-version=2022-12-01", "");
    assertThat(none.statusCode()).isEqualTo(401);
    assertThat(none.headers().firstValue("www-authenticate").orElse(""))
        .startsWith("Bearer authorization_uri=");
    assertThat(Json.parse(none.body()).path("error").path("code").asText())
        .isEqualTo("AuthenticationFailed");

    String storage = identityToken("https://storage.azure.com/");
    HttpResponse<byte[]> wrong = arm("GET", "/subscriptions?api-version=2022-12-01", storage);
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(Json.parse(wrong.body()).path("error").path("code").asText())
        .isEqualTo("InvalidAuthenticationTokenAudience");

    assertThat(simulator.audit().entries()).extracting("status").containsExactly(401, 401);
    assertThat(simulator.audit().entries()).extracting("principalName").containsOnly("anonymous");
  }

  @Test
  void everyKindOfBadTokenIsToldApartAndChallenged() throws Exception {
    String audience = "https://management.azure.com/";
    String good = simulator.tokens().issue(Principals.LOCKSTEP, audience).text();
    String ended =
        simulator.tokens().issue(Principals.LOCKSTEP, audience, Duration.ofSeconds(-1)).text();
    String forged = good.substring(0, good.lastIndexOf('.')) + ".AAAA";
    assertThat(refusal("")).isEqualTo("AuthenticationFailed");
    assertThat(refusal("Basic YTpi")).isEqualTo("AuthenticationFailedInvalidHeader");
    assertThat(refusal("Bearer nonsense")).isEqualTo("InvalidAuthenticationToken");
    assertThat(refusal("Bearer " + forged)).isEqualTo("InvalidAuthenticationToken");
    assertThat(refusal("Bearer " + ended)).isEqualTo("ExpiredAuthenticationToken");
    assertThat(armStatus(good)).isEqualTo(200);
  }

  private String refusal(String authorization) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
            URI.create(text("armEndpoint") + "/subscriptions?api-version=2022-12-01"));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    HttpResponse<byte[]> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("www-authenticate").orElse(""))
        .startsWith("Bearer authorization_uri=\"https://login.windows.net/")
        .contains("error=\"invalid_token\"", "error_description=");
    return Json.parse(response.body()).at("/error/code").asText();
  }

  @Test
  void aFaultCutsTheConnectionAfterTheEffect() throws Exception {
    String path = text("gatewayId") + "?api-version=2025-01-01";
    String token = identityToken();
    String document = new String(arm("GET", path, token).body(), StandardCharsets.UTF_8);
    String fault =
        "{\"on\": \"PUT Microsoft.Network/applicationGateways\", \"do\": \"reset\", \"when\": \"after\", \"next\": 1}";
    assertThat(send("POST", text("controlEndpoint") + "/faults", fault, "").statusCode())
        .isEqualTo(201);

    assertThatThrownBy(() -> arm("PUT", path, token, document)).isInstanceOf(IOException.class);

    assertThat(events.poll(10, TimeUnit.SECONDS)).as("it was carried out").isNotNull();
    assertThat(arm("PUT", path, token, document).statusCode()).as("only once").isEqualTo(200);
    assertThat(simulator.audit().entries())
        .filteredOn(entry -> entry.method().equals("PUT"))
        .extracting(entry -> entry.fault().orElse(""))
        .containsExactly("reset#1", "");
  }

  @Test
  void writesTheAuditThroughAndSendsEventsWithoutBeingAsked() throws Exception {
    String path = text("gatewayId") + "?api-version=2025-01-01";
    String token = identityToken();
    JsonNode body = Json.parse(arm("GET", path, token).body());
    HttpResponse<byte[]> put =
        arm("PUT", path, token, new String(Json.bytes(body), StandardCharsets.UTF_8));

    assertThat(put.statusCode()).isEqualTo(200);
    SimulatedEvent event = events.poll(10, TimeUnit.SECONDS);
    assertThat(event).isNotNull();
    assertThat(event.type()).isEqualTo("Microsoft.Resources.ResourceWriteSuccess");
    JsonNode line =
        Json.parse(
            Files.readAllLines(folder.resolve("audit.jsonl"))
                .get(1)
                .getBytes(StandardCharsets.UTF_8));
    assertThat(line.path("method").asText()).isEqualTo("PUT");
    assertThat(line.path("principalName").asText()).isEqualTo("lockstep");
    assertThat(line.path("operationId").asText())
        .isEqualTo(put.headers().firstValue("x-ms-request-id").orElse(""));
    assertThat(line.path("foreignHashBefore")).isEqualTo(line.path("foreignHashAfter"));
  }

  @Test
  void operationUrlsCanBeFollowedAndControlAnswers() throws Exception {
    String token = identityToken();
    HttpResponse<byte[]> post =
        arm("POST", text("gatewayId") + "/backendhealth?api-version=2025-01-01", token);
    assertThat(post.statusCode()).isEqualTo(202);
    assertThat(new String(post.body(), StandardCharsets.UTF_8)).isEqualTo("null");
    String location = post.headers().firstValue("location").orElseThrow();
    assertThat(location).startsWith(text("armEndpoint"));
    assertThat(send("GET", location, "", token).statusCode()).isIn(200, 202);

    HttpResponse<byte[]> routes = send("GET", text("controlEndpoint"), "", "");
    assertThat(Json.parse(routes.body()).path("routes")).hasSizeGreaterThan(10);
  }

  @Test
  void theFilesOfTheAuthorityGoAwayOnClose() {
    Path pem = Path.of(text("caFile"));
    assertThat(pem).exists();
    simulator.close();
    assertThat(pem.getParent()).doesNotExist();
  }

  private int armStatus(String token) {
    try {
      return arm("GET", "/subscriptions?api-version=2022-12-01", token).statusCode();
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }

  private String identityToken() throws Exception {
    return identityToken("https://management.azure.com/");
  }

  private String identityToken(String resource) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    text("identityEndpoint")
                        + "?api-version=2019-08-01&resource="
                        + URLEncoder.encode(resource, StandardCharsets.UTF_8)))
            .header("X-IDENTITY-HEADER", text("identityHeader"))
            .build();
    HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    assertThat(response.statusCode()).isEqualTo(200);
    return Json.parse(response.body()).path("access_token").asText();
  }

  private HttpResponse<byte[]> arm(String method, String path, String token)
      throws IOException, InterruptedException {
    return arm(method, path, token, "");
  }

  private HttpResponse<byte[]> arm(String method, String path, String token, String body)
      throws IOException, InterruptedException {
    return send(method, text("armEndpoint") + path, body, token);
  }

  private HttpResponse<byte[]> send(String method, String url, String body, String token)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(Duration.ofSeconds(10))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private String text(String field) {
    return ready.path(field).asText();
  }

  private SSLContext trusting() {
    try (InputStream in = Files.newInputStream(Path.of(text("trustStore")))) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, text("trustStorePassword").toCharArray());
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
