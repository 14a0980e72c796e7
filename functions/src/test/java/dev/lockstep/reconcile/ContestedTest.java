package dev.lockstep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.HostName;
import dev.lockstep.plan.BlockCode;
import dev.lockstep.plan.Blocked;
import dev.lockstep.plan.PlanHash;
import dev.lockstep.reconcile.world.World;
import dev.lockstep.signal.Cause;
import dev.lockstep.signal.GatewayWrite;
import dev.lockstep.signal.Message;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same owned element changed back three times by somebody else is not written again (5.10). */
class ContestedTest {
  private static final String OTHER = "5f3c0c1e-0000-4000-8000-000000000001";

  private final World world = new World();
  private int writes;

  @BeforeEach
  void twoHostNamesAreServed() {
    world.azure().service().add("api.contoso.com");
    world.azure().service().add("more.contoso.com");
    world.converge();
    world.run(Duration.ofHours(2));
  }

  @Test
  void theElementIsLeftAsTheOtherWantsItAndTheOtherIsNamed() {
    int before = puts();
    fight(6);

    assertThat(puts()).isEqualTo(before + 3);
    assertThat(probePath("api")).isEqualTo("/theirs");
    Outcome.Blocked last = (Outcome.Blocked) world.outcomes().get(world.outcomes().size() - 1);
    assertThat(last.reasons())
        .singleElement()
        .satisfies(
            blocked -> {
              assertThat(blocked.code()).isEqualTo(BlockCode.CONTESTED);
              assertThat(blocked.host()).contains(new HostName("api.contoso.com"));
              assertThat(blocked.reason()).contains("probes/", "undone each time", OTHER);
            });
  }

  @Test
  void allElseGoesOn() {
    fight(4);

    world.azure().service().add("new.contoso.com");
    world.converge();

    assertThat(world.azure().gateway().document().toString()).contains("new.contoso.com");
    assertThat(probePath("api")).isEqualTo("/theirs");
  }

  @Test
  void aPersonSaysThatItIsOurs() {
    fight(4);
    Blocked blocked = world.reconciler().planNow(World.TARGET).blocked().get(0);
    String hash = blocked.remedy().substring(blocked.remedy().indexOf("apply=") + 6);

    world.reconciler().apply(World.TARGET, new PlanHash(hash), "operator");
    world.run(Duration.ofMinutes(20));

    assertThat(probePath("api")).startsWith("/status-");
    assertThat(world.remembered().lastRun().orElseThrow().outcome()).isEqualTo("Converged");
  }

  @Test
  void whatIsChangedBackNowAndThenIsPutRightEachTime() {
    int before = puts();
    for (int i = 0; i < 4; i++) {
      theyWrite();
      world.run(Duration.ofMinutes(40));
    }

    assertThat(puts()).isEqualTo(before + 4);
    assertThat(probePath("api")).startsWith("/status-");
  }

  @Test
  void aSharedElementHoldsTheHostNamesThatUseIt() {
    for (int i = 0; i < 5; i++) {
      world
          .azure()
          .gateway()
          .edit(
              document -> {
                JsonNode properties = document.path("properties");
                ((ObjectNode) certificate(properties, "api").path("properties"))
                    .put("keyVaultSecretId", "https://kv-theirs.vault.azure.net/secrets/x");
                return document;
              });
      world.signal(Cause.Kind.GATEWAY_CHANGED).run(Duration.ofMinutes(5));
    }

    assertThat(world.remembered().aftercare().heldBack().hosts())
        .containsOnlyKeys(new HostName("api.contoso.com"));
    assertThat(world.lastJournal()).contains("by somebody whom no event names");
  }

  private static JsonNode certificate(JsonNode properties, String part) {
    for (JsonNode certificate : properties.path("sslCertificates")) {
      if (certificate.path("properties").path("keyVaultSecretId").asText().contains(part)
          || certificate.path("properties").path("keyVaultSecretId").asText().contains("theirs")) {
        return certificate;
      }
    }
    throw new IllegalStateException("no such certificate");
  }

  private void fight(int times) {
    for (int i = 0; i < times; i++) {
      theyWrite();
      world.run(Duration.ofMinutes(5));
    }
  }

  private void theyWrite() {
    world
        .azure()
        .gateway()
        .edit(
            document -> {
              ((ObjectNode) probe(document, "api").path("properties")).put("path", "/theirs");
              return document;
            });
    world
        .signals()
        .send(
            new Message.Signal(
                World.TARGET,
                Cause.of(Cause.Kind.GATEWAY_CHANGED, "write")
                    .with(
                        new GatewayWrite(
                            new dev.lockstep.signal.Writer(Optional.of(OTHER), Optional.empty()),
                            world.time().instant(),
                            false,
                            "w" + ++writes))),
            Duration.ZERO);
  }

  private String probePath(String host) {
    return probe(world.azure().gateway().document(), host).path("properties").path("path").asText();
  }

  private static JsonNode probe(ObjectNode document, String host) {
    for (JsonNode probe : document.path("properties").path("probes")) {
      if (probe.path("name").asText().contains(host)) {
        return probe;
      }
    }
    throw new IllegalStateException("no probe of " + host);
  }

  private int puts() {
    return world.azure().gateway().puts().size();
  }
}
