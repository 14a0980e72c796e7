package dev.lockstep.cli.vault;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import dev.lockstep.azure.KeyVault;
import dev.lockstep.cli.world.Ready;
import dev.lockstep.model.ConnectTo;
import dev.lockstep.model.ConnectTo.Place;
import dev.lockstep.simulator.Simulator;
import dev.lockstep.simulator.SimulatorOptions;
import dev.lockstep.simulator.arm.ArmFault;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.keyvault.Vaults;
import dev.lockstep.simulator.pki.Identity;
import dev.lockstep.simulator.pki.LeafRequest;
import dev.lockstep.simulator.pki.Validity;
import dev.lockstep.simulator.token.Principals;
import dev.lockstep.simulator.token.Tokens;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * A simulated vault over TLS, and the app's adapter with the SDK's own challenge authentication.
 */
final class VaultWorld implements AutoCloseable {
  static final String VAULT = "kv-edge";
  static final String NAME = "cert-api-contoso-com";

  private static final String TOKEN = "Authorization";

  private final Simulator simulator = Simulator.start(SimulatorOptions.DEFAULT);
  private final Queue<String> asked = new ConcurrentLinkedQueue<>();
  private final KeyVault adapter = open();

  private KeyVault open() {
    Ready ready = new Ready(simulator.ready());
    HttpClient http =
        new JdkHttpClientBuilder(
                java.net.http.HttpClient.newBuilder().sslContext(Trusting.in(ready)))
            .build();
    URI vaults = URI.create(ready.text("vaultEndpoint"));
    ConnectTo connectTo =
        ConnectTo.of(
            Map.of("*.vault.azure.net:443", new Place(vaults.getHost(), vaults.getPort())));
    return new KeyVault(new Counting(http, asked), app(), "vault.azure.net", connectTo);
  }

  /** Tokens of the app's identity, for whatever the challenge names. */
  private TokenCredential app() {
    return wanted -> {
      String audience = wanted.getScopes().get(0).replace("/.default", "");
      Tokens.Issued issued = simulator.tokens().issue(Principals.LOCKSTEP, audience);
      return Mono.just(new AccessToken(issued.text(), issued.expires().atOffset(ZoneOffset.UTC)));
    };
  }

  private record Counting(HttpClient http, Queue<String> asked) implements HttpClient {
    @Override
    public Mono<HttpResponse> send(HttpRequest request) {
      String path = request.getHttpMethod() + " " + request.getUrl().getPath();
      boolean known = request.getHeaders().stream().anyMatch(h -> h.getName().equals(TOKEN));
      asked.add(known ? path + " with a token" : path);
      return http.send(request);
    }
  }

  KeyVault adapter() {
    return adapter;
  }

  /** Methods and paths of all requests that left. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  /** The app's identity may run these data actions and no others. */
  void allow(String... actions) {
    Set<String> allowed = Set.of(actions);
    simulator
        .azure()
        .vaultApi()
        .use(
            (principal, action, vault) ->
                principal.equals(Principals.LOCKSTEP) && allowed.contains(action));
  }

  /** Every request is refused like this. */
  void refuse(int status, String inner, String message, Map<String, String> headers) {
    simulator
        .azure()
        .vaultApi()
        .use(
            (principal, action, vault) -> {
              var body = Json.object();
              var error = body.putObject("error").put("code", "Forbidden").put("message", message);
              error.putObject("innererror").put("code", inner);
              ArmFault fault = new ArmFault(ArmResponse.of(status, body));
              for (Map.Entry<String, String> header : headers.entrySet()) {
                fault = fault.with(header.getKey(), header.getValue());
              }
              throw fault;
            });
  }

  /** A new version of the certificate, below a private root. */
  Identity renewed() {
    Identity made =
        simulator
            .azure()
            .pki()
            .privateAuthority("Contoso")
            .issue(
                LeafRequest.of(
                    "api.contoso.com", Validity.around(Instant.now(), Duration.ofDays(60))),
                String.valueOf(System.nanoTime()));
    locked(() -> vaults().importVersion(VAULT, NAME, made));
    return made;
  }

  Vaults vaults() {
    return simulator.azure().vaults();
  }

  <T> T locked(Supplier<T> work) {
    return simulator.azure().world().locked(work);
  }

  @Override
  public void close() {
    simulator.close();
  }
}
