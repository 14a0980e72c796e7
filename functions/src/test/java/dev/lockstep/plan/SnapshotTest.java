package dev.lockstep.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.guard.Guards;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is kept of a gateway before a change, and that it can be put back. */
class SnapshotTest {
  private static final String CERTIFICATE = "ls-lockstep-cert-kv-edge.cert-api-contoso-com";
  private static final ElementKey KEY = new ElementKey("sslCertificates", CERTIFICATE);

  @Test
  void itHoldsWhatThePlanTouchesWithoutSecretsAndReadOnlyParts() {
    Estates estates = drifted();
    Snapshot snapshot = snapshot(estates);

    assertThat(snapshot.usable()).isTrue();
    assertThat(snapshot.elements()).containsOnlyKeys(KEY);
    JsonNode kept = snapshot.elements().get(KEY).json().orElseThrow();
    assertThat(kept.path("properties").path("keyVaultSecretId").asText()).contains("elsewhere");
    assertThat(kept.toString())
        .doesNotContain("s3cret")
        .doesNotContain("provisioningState")
        .doesNotContain("etag");
  }

  @Test
  void whatThePlanMakesIsRememberedAsNotThere() {
    Snapshot snapshot = snapshot(Estates.contoso());

    assertThat(snapshot.elements()).isNotEmpty();
    assertThat(snapshot.elements().values()).allMatch(before -> before.json().isEmpty());
  }

  @Test
  void aChangeAndItsReversalLeaveTheDocumentAsItWas() {
    Estates estates = Estates.contoso();
    Plan plan = estates.plan();
    Snapshot snapshot = snapshot(estates);
    estates.apply(plan);

    Plan back = PutBack.of(estates.input(), snapshot, Set.of());

    assertThat(Guards.check(back, estates.input())).isEmpty();
    assertThat(back.ownedAfter().elements()).isEmpty();
    estates.apply(back);
    assertThat(estates.gateway.toString()).doesNotContain("ls-lockstep");
    assertThat(PutBack.of(estates.input(), snapshot, Set.of()).isEmpty()).isTrue();
  }

  @Test
  void theStateOfBeforeTheFirstOfTwoChangesCounts() {
    Estates estates = drifted();
    Snapshot first = snapshot(estates);
    estates.apply(estates.plan());
    Snapshot second =
        new Snapshot(true, new java.util.TreeMap<>(snapshot(Estates.contoso()).elements()));

    Snapshot both = first.andThen(second);

    assertThat(both.elements().get(KEY)).isEqualTo(first.elements().get(KEY));
    assertThat(both.elements().keySet()).containsAll(second.elements().keySet());
  }

  private static Estates drifted() {
    return Estates.contoso()
        .converged()
        .colleague(
            gateway -> {
              for (JsonNode item : gateway.path("properties").path("sslCertificates")) {
                if (item.path("name").asText().equals(CERTIFICATE)) {
                  ((ObjectNode) item).put("etag", "W/1");
                  ((ObjectNode) item.path("properties"))
                      .put("keyVaultSecretId", "https://kv.vault.azure.net/secrets/elsewhere")
                      .put("password", "s3cret")
                      .put("data", "s3cret")
                      .put("provisioningState", "Succeeded");
                }
              }
            });
  }

  private static Snapshot snapshot(Estates estates) {
    return Snapshot.of(GatewayDocument.of(estates.gateway), estates.owned, estates.plan());
  }
}
