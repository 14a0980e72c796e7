package dev.lockstep.cli.leaks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.cli.client.ArmClient;
import dev.lockstep.cli.client.FunctionsClient;
import dev.lockstep.cli.vault.Trusting;
import dev.lockstep.cli.world.Ready;
import dev.lockstep.simulator.LocalAzure;
import dev.lockstep.simulator.SimulatorOptions;
import dev.lockstep.simulator.eventgrid.DeliveryFaults;
import dev.lockstep.simulator.eventgrid.DeliveryObserver;
import dev.lockstep.simulator.host.HostLaunch;
import dev.lockstep.simulator.host.HostProcess;
import dev.lockstep.simulator.keyvault.Vaults;
import dev.lockstep.simulator.pki.Identity;
import dev.lockstep.simulator.pki.KeyKind;
import dev.lockstep.simulator.pki.LeafRequest;
import dev.lockstep.simulator.pki.Validity;
import dev.lockstep.simulator.token.Principal;
import dev.lockstep.simulator.token.Principals;
import dev.lockstep.simulator.world.Latencies;
import dev.lockstep.simulator.world.ResourceId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The built app in a host of its own, before a vault whose newest certificate leads to a private
 * root that only its secret tells. The SDK's logging is turned up as far as settings can.
 */
final class LeakWorld implements AutoCloseable {
  static final String PLANTED = "a text that is held on purpose";

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofMillis(20);
  private static final SimulatorOptions QUICK =
      SimulatorOptions.DEFAULT.withLatencies(
          new Latencies(
              SHORT,
              SHORT,
              SHORT,
              Duration.ZERO,
              SHORT,
              SHORT,
              Duration.ZERO,
              Duration.ofSeconds(30)));
  private static final String VAULT = "kv-edge";
  private static final String NAME = "cert-api-contoso-com";
  private static final Set<String> READER_OF_CHAINS =
      Set.of(
          "Microsoft.KeyVault/vaults/certificates/read",
          "Microsoft.KeyVault/vaults/secrets/getSecret/action");

  private final AtomicBoolean withdrawn = new AtomicBoolean();
  private final CountDownLatch refused = new CountDownLatch(1);
  private final LocalAzure azure;
  private final Identity identity;
  private final Tap blobs;
  private final Tap queues;
  private final Queue<String> log = new ConcurrentLinkedQueue<>();
  private final Ready ready;
  private final HostProcess host;

  LeakWorld() throws IOException, InterruptedException {
    azure = LocalAzure.start(QUICK, DeliveryFaults.NONE, DeliveryObserver.NONE);
    azure.simulator().azure().vaultApi().use(this::allows);
    identity = newest();
    ObjectNode json = azure.ready();
    Ready simulated = new Ready(json);
    blobs = new Tap(URI.create(simulated.text("blobEndpoint")), Trusting.in(simulated));
    queues = new Tap(URI.create(simulated.text("queueEndpoint")), Trusting.in(simulated));
    host =
        HostProcess.start(
            HostLaunch.of(ROOT.resolve("functions/target/azure-functions/lockstep"), settings(json))
                .trusting(
                    Path.of(simulated.text("trustStore")), simulated.text("trustStorePassword")),
            START,
            log::add);
    host.ready().properties().forEach(field -> json.set(field.getKey(), field.getValue()));
    ready = new Ready(json);
  }

  private boolean allows(Principal principal, String action, ResourceId vault) {
    boolean secret = action.contains("secrets");
    if (secret && withdrawn.get()) {
      refused.countDown();
      return false;
    }
    return principal.equals(Principals.LOCKSTEP) && READER_OF_CHAINS.contains(action);
  }

  /**
   * Gives out no secret any more, and waits until the app has noticed. Its runs follow one another,
   * and each reads the one secret at its begin: whoever is refused has nothing under way.
   */
  boolean withdrawSecrets(Duration limit) throws InterruptedException {
    withdrawn.set(true);
    return refused.await(limit.toSeconds(), TimeUnit.SECONDS);
  }

  /** The certificate that the vault gets before the app looks: RSA, below a private root. */
  private Identity newest() {
    Identity made =
        azure
            .simulator()
            .azure()
            .pki()
            .privateAuthority("Contoso")
            .issue(
                LeafRequest.of(
                        "api.contoso.com", Validity.around(Instant.now(), Duration.ofDays(90)))
                    .withKeys(KeyKind.RSA));
    azure.simulator().azure().world().locked(() -> vaults().importVersion(VAULT, NAME, made));
    return made;
  }

  private Vaults vaults() {
    return azure.simulator().azure().vaults();
  }

  private Map<String, String> settings(JsonNode simulated) {
    Map<String, String> settings = new HashMap<>();
    settings.put(
        "AzureWebJobsStorage",
        "AccountName=%s;AccountKey=%s;BlobEndpoint=%s;QueueEndpoint=%s"
            .formatted(
                simulated.path("storageAccount").asText(),
                simulated.path("storageKey").asText(),
                blobs.endpoint(),
                queues.endpoint()));
    settings.put("IDENTITY_ENDPOINT", simulated.path("identityEndpoint").asText());
    settings.put("IDENTITY_HEADER", simulated.path("identityHeader").asText());
    settings.put("LOCKSTEP_ARM_ENDPOINT", simulated.path("armEndpoint").asText());
    settings.put("LOCKSTEP_ARM_AUDIENCE", simulated.path("armEndpoint").asText());
    settings.put("LOCKSTEP_BINDINGS", bindings(simulated).toString());
    settings.put(
        "LOCKSTEP_CONNECT_TO",
        "*.vault.azure.net:443="
            + URI.create(simulated.path("vaultEndpoint").asText()).getAuthority());
    settings.put("DRIFT_CHECK_SCHEDULE", "*/2 * * * * *");
    settings.put("AZURE_LOG_LEVEL", "verbose");
    settings.put("AZURE_HTTP_LOG_DETAIL_LEVEL", "BODY_AND_HEADERS");
    settings.put("PLANTED", PLANTED);
    return settings;
  }

  private static ObjectNode bindings(JsonNode simulated) {
    ObjectNode all = new ObjectMapper().createObjectNode();
    ObjectNode binding = all.putArray("bindings").addObject();
    binding.put("name", "edge").put("mode", "apply");
    binding.set("service", simulated.path("serviceId"));
    binding.set("gateway", simulated.path("gatewayId"));
    binding.set("zones", simulated.path("zoneIds"));
    binding.putObject("endpoints").putObject("Proxy").put("frontend", "appGwPublicFrontendIpIPv4");
    binding.put("presentedChain", false).put("readChain", true);
    return all;
  }

  /** Common names of the roots that the gateway lists for the app. */
  List<String> listedRoots() {
    JsonNode gateway = new ArmClient(ready).get(ready.text("gatewayId"), ArmClient.NETWORK);
    return gateway.at("/properties/trustedRootCertificates").findValuesAsText("data");
  }

  /** The root to which only the secret leads, in base64. */
  String root() throws java.security.cert.CertificateEncodingException {
    return Base64.getEncoder().encodeToString(identity.last().getEncoded());
  }

  Identity identity() {
    return identity;
  }

  /** The secret of the certificate as the vault hands it out: a PFX in base64. */
  String secret() {
    return new VaultReader(azure.simulator()).secret(VAULT, NAME);
  }

  Ready ready() {
    return ready;
  }

  HostProcess host() {
    return host;
  }

  /** All that the host and the app printed. */
  String log() {
    return String.join("\n", log);
  }

  /** All that was written to blobs. */
  byte[] blobs() {
    return blobs.sent();
  }

  /** All that was written to queues. */
  byte[] queues() {
    return queues.sent();
  }

  /** What the app answers to somebody with the function key. */
  String pages() {
    FunctionsClient caller = new FunctionsClient(ready);
    return caller.get("status").text() + caller.get("journal").text();
  }

  /** What stands in the audit and on the gateway. */
  String resources() {
    return azure.simulator().audit().entries().toString()
        + new ArmClient(ready).get(ready.text("gatewayId"), ArmClient.NETWORK);
  }

  @Override
  public void close() throws IOException, InterruptedException {
    host.close();
    blobs.close();
    queues.close();
    azure.close();
  }
}
