package dev.lockstep.cli.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.model.Certificate;
import dev.lockstep.model.ReadFailure;
import dev.lockstep.model.ReadFailure.Kind;
import dev.lockstep.model.Reading;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultCertificate;
import dev.lockstep.simulator.pki.Identity;
import dev.lockstep.simulator.token.Principals;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The app's adapter against simulated vaults over TLS, with the SDK's challenge authentication. */
class KeyVaultAdapterTest {
  private static final String READ = "Microsoft.KeyVault/vaults/certificates/read";
  private static final String GET_SECRET = "Microsoft.KeyVault/vaults/secrets/getSecret/action";
  private static final SecretId API = id("kv-edge.vault.azure.net", VaultWorld.NAME);
  private static final String CALLER = "11111111-2222-3333-4444-555555555555";

  private static VaultWorld world;

  @BeforeAll
  static void start() {
    world = new VaultWorld();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @BeforeEach
  void allowed() {
    world.allow(READ, GET_SECRET);
  }

  @AfterEach
  void whole() {
    world.locked(() -> world.vaults().recover(VaultWorld.VAULT, VaultWorld.NAME));
  }

  @Test
  void theNewestVersionIsReadAfterTheVaultsOwnChallenge() throws Exception {
    world.renewed();
    Identity newest = world.renewed();

    VaultCertificate read = world.adapter().certificate(API).asValue().orElseThrow();

    assertThat(read.certificate()).isEqualTo(certificate(newest.first()));
    assertThat(read.version())
        .isEqualTo(
            world.locked(
                () ->
                    world
                        .vaults()
                        .find(VaultWorld.VAULT, VaultWorld.NAME)
                        .orElseThrow()
                        .version()));
    assertThat(read.exportable()).contains(true);
    assertThat(read.enabled()).contains(true);
    assertThat(world.asked())
        .contains("GET /kv-edge/certificates/" + VaultWorld.NAME + "/ with a token");
  }

  @Test
  void aVersionThatIsNamedIsReadThoughThereAreNewerOnes() throws Exception {
    Identity older = world.renewed();
    String version =
        world.locked(
            () -> world.vaults().find(VaultWorld.VAULT, VaultWorld.NAME).orElseThrow().version());
    world.renewed();

    SecretId pinned = new SecretId(API.vault(), API.name(), Optional.of(version));
    assertThat(world.adapter().certificate(pinned).asValue().orElseThrow().certificate())
        .isEqualTo(certificate(older.first()));
  }

  @Test
  void theChainIsTheOneOfTheSecret() throws Exception {
    Identity newest = world.renewed();
    List<Certificate> chain = new ArrayList<>();
    for (X509Certificate one : newest.chain()) {
      chain.add(certificate(one));
    }

    assertThat(world.adapter().chain(API)).isEqualTo(Reading.known(chain));
  }

  @Test
  void aDisabledNewestVersionIsToldWithTheCommandThatEnablesIt() {
    world.renewed();
    var newest =
        world.locked(() -> world.vaults().find(VaultWorld.VAULT, VaultWorld.NAME).orElseThrow());
    world.locked(
        () -> {
          world.vaults().enable(newest, false);
          return newest;
        });
    for (Reading<?> reading : all(API)) {
      assertThat(failure(reading).message()).contains("disabled");
      assertThat(failure(reading).remedy())
          .contains(
              "az keyvault certificate set-attributes --vault-name kv-edge --name cert-api-contoso-com --enabled true");
    }
  }

  @Test
  void whatIsNotThereOrDeletedIsNotFoundAndRecoverable() {
    for (Reading<?> reading : all(id("kv-edge.vault.azure.net", "nobody"))) {
      assertThat(failure(reading).kind()).isEqualTo(Kind.NOT_FOUND);
      assertThat(failure(reading).remedy()).contains("import");
    }

    world.renewed();
    world.locked(() -> world.vaults().delete(VaultWorld.VAULT, VaultWorld.NAME));
    for (Reading<?> reading : all(API)) {
      assertThat(failure(reading).kind()).isEqualTo(Kind.NOT_FOUND);
      assertThat(failure(reading).remedy())
          .contains(
              "az keyvault certificate recover --vault-name kv-edge --name cert-api-contoso-com");
    }
  }

  @Test
  void aMissingRoleIsToldWithActionScopeAndCommand() {
    world.renewed();
    world.allow(READ);
    assertThat(world.adapter().certificate(API).asValue()).isPresent();
    assertThat(failure(world.adapter().chain(API)))
        .satisfies(
            failure -> {
              assertThat(failure.kind()).isEqualTo(Kind.FORBIDDEN);
              assertThat(failure.message()).contains(GET_SECRET, "kv-edge");
              assertThat(failure.remedy())
                  .contains(
                      "az role assignment create --role \"Lockstep Certificate Chain Reader\"")
                  .contains("az keyvault show --name kv-edge")
                  .contains(Principals.LOCKSTEP.objectId());
            });

    world.allow();
    assertThat(failure(world.adapter().certificate(API)).message()).contains(READ);
    assertThat(failure(world.adapter().certificate(API)).remedy())
        .contains("--role \"Lockstep Reconciler\"");
  }

  @Test
  void aMissingAccessPolicyIsToldWithItsOwnCommand() {
    for (String what : List.of("certificates", "secrets")) {
      world.refuse(
          403,
          "AccessDenied",
          "The user, group or application 'appid=1;oid=%s;iss=https://sts.windows.net/x/' does not have %s get permission on key vault 'kv-edge;location=westeurope'."
              .formatted(CALLER, what),
          Map.of());
      Reading<?> reading =
          what.equals("secrets") ? world.adapter().chain(API) : world.adapter().certificate(API);
      assertThat(failure(reading).remedy())
          .startsWith(
              "az keyvault set-policy --name kv-edge --object-id %s --%s-permissions get"
                  .formatted(CALLER, what.replaceAll("s$", "")));
    }
  }

  @Test
  void aFirewallIsToldFromAMissingRight() {
    world.refuse(
        403,
        "ForbiddenByFirewall",
        "Client address is not authorized and caller is not a trusted service.",
        Map.of());

    assertThat(failure(world.adapter().certificate(API)).remedy())
        .contains("az keyvault network-rule add --name kv-edge");
  }

  @Test
  void whoIsThrottledIsToldHowLongAndAsksOnce() {
    world.renewed();
    world.adapter().certificate(API);
    int before = world.asked().size();
    world.refuse(429, "Throttled", "Too many requests", Map.of("Retry-After", "17"));

    ReadFailure failure = failure(world.adapter().certificate(API));

    assertThat(failure.kind()).isEqualTo(Kind.THROTTLED);
    assertThat(failure.message()).contains("asks to wait 17 s");
    assertThat(failure.retryAfter()).contains(Duration.ofSeconds(17));
    assertThat(world.asked()).hasSize(before + 1);
  }

  @Test
  void aServerThatStumblesIsAskedOnceMore() {
    world.renewed();
    world.adapter().certificate(API);
    int before = world.asked().size();
    world.refuse(503, "Unavailable", "Try again", Map.of());

    assertThat(failure(world.adapter().certificate(API)).kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(world.asked()).hasSize(before + 2);
  }

  @Test
  void noRequestLeavesForAVaultElsewhere() {
    int before = world.asked().size();
    for (String vault :
        List.of(
            "kv-edge.vault.azure.cn",
            "kv-edge.vault.azure.net.evil.example",
            "evilvault.azure.net",
            "vault.azure.net")) {
      for (Reading<?> reading : all(id(vault, VaultWorld.NAME))) {
        assertThat(failure(reading).remedy()).contains("LOCKSTEP_VAULT_SUFFIX");
      }
    }
    assertThat(world.asked()).hasSize(before);
  }

  private static List<Reading<?>> all(SecretId id) {
    return List.of(world.adapter().certificate(id), world.adapter().chain(id));
  }

  private static ReadFailure failure(Reading<?> reading) {
    return reading.asFailure().orElseThrow();
  }

  private static SecretId id(String vault, String name) {
    return new SecretId(vault, name, Optional.empty());
  }

  private static Certificate certificate(X509Certificate certificate)
      throws CertificateEncodingException {
    return Certificate.of(certificate.getEncoded());
  }
}
