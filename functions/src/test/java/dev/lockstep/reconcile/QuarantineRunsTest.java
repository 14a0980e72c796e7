package dev.lockstep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.HostName;
import dev.lockstep.plan.PlanHash;
import dev.lockstep.plan.Quarantine;
import dev.lockstep.port.ArmAnswer.Answered;
import dev.lockstep.port.ArmRequest;
import dev.lockstep.reconcile.world.Errors;
import dev.lockstep.reconcile.world.World;
import dev.lockstep.signal.Cause;
import dev.lockstep.signal.Message;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One bad endpoint keeps what it has, and the rest goes on (design 5.6). */
class QuarantineRunsTest {
  private static final HostName BAD = new HostName("bad.contoso.com");

  private final World world = new World();

  @BeforeEach
  void twoHostNamesAreAddedAndOneIsRefused() {
    world.azure().service().add("api.contoso.com");
    world.azure().service().add(BAD.value());
    refuse(BAD);
  }

  @Test
  void theOthersArePublishedByTheSameRun() {
    world.signal(Cause.Kind.SERVICE_CHANGED);
    assertThat(world.deliver()).containsInstanceOf(Outcome.Applying.class);
    world.run(Duration.ofMinutes(20));

    assertThat(gateway()).contains("api.contoso.com").doesNotContain(BAD.value());
    assertThat(world.azure().gateway().puts()).hasSize(1);
    assertThat(quarantine().hosts()).containsOnlyKeys(BAD);
    assertThat(world.remembered().lastRun().orElseThrow().outcome()).isEqualTo("Blocked");
    assertThat(world.alarms())
        .singleElement()
        .satisfies(
            alarm -> {
              assertThat(alarm.code()).isEqualTo("quarantined");
              assertThat(alarm.message()).contains(BAD.value(), "is not valid");
              assertThat(alarm.remedy()).contains("retry=" + hash());
            });
  }

  @Test
  void itIsNotTriedAgainByItself() {
    world.converge();
    long puts = gatewayPuts();
    for (int i = 0; i < 8; i++) {
      world.signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofMinutes(15));
    }

    assertThat(gatewayPuts()).isEqualTo(puts);
  }

  @Test
  void twoBadEndpointsAreFoundOneAfterTheOther() {
    HostName worse = new HostName("worse.contoso.com");
    world.azure().service().add(worse.value());
    refuse(worse);
    world.converge();

    assertThat(gateway()).contains("api.contoso.com").doesNotContain(BAD.value(), worse.value());
    assertThat(quarantine().hosts()).containsOnlyKeys(BAD, worse);
  }

  @Test
  void anOperationThatFailedForASecretIsAttributedToo() {
    World other = new World();
    other.azure().service().add("api.contoso.com");
    other.azure().service().add("good.contoso.com");
    ObjectNode status = Errors.operationFailed("ApplicationGatewayKeyVaultSecretAccessDenied");
    ((ObjectNode) status.path("error"))
        .put(
            "message",
            "Access denied for KeyVault Secret"
                + " 'https://kv-edge.vault.azure.net/secrets/api-contoso-com'.");
    other.azure().gateway().failNext(status);
    other.azure().gateway().dropsOnFailure(true);
    other.converge();

    assertThat(other.azure().gateway().document().toString())
        .contains("good.contoso.com")
        .doesNotContain("\"api.contoso.com\"");
    assertThat(other.remembered().writing().quarantine().hosts())
        .containsOnlyKeys(new HostName("api.contoso.com"));
  }

  @Test
  void itLeavesWhenSomethingElseIsWantedOfIt() {
    world.converge();
    world.azure().heal();
    world.azure().service().secret(BAD.value(), "another");
    world.converge();

    assertThat(gateway()).contains(BAD.value());
    assertThat(quarantine()).isEqualTo(Quarantine.NONE);
  }

  @Test
  void itLeavesWhenItsSecretHasChanged() {
    world.converge();
    world.azure().heal();
    String secret = quarantine().hosts().get(BAD).secret().orElseThrow();
    Cause other = Cause.of(Cause.Kind.CERTIFICATE_CHANGED, "Microsoft.KeyVault.X: kv-edge/other");
    Cause cause = Cause.of(Cause.Kind.CERTIFICATE_CHANGED, "Microsoft.KeyVault.X: " + secret);

    world.signals().send(new Message.Signal(World.TARGET, other), Duration.ZERO);
    world.run(Duration.ofMinutes(20));
    assertThat(gateway()).doesNotContain(BAD.value());

    world.signals().send(new Message.Signal(World.TARGET, cause), Duration.ZERO);
    world.run(Duration.ofMinutes(20));
    assertThat(gateway()).contains(BAD.value());
    assertThat(quarantine()).isEqualTo(Quarantine.NONE);
  }

  @Test
  void itIsTriedAgainOnAPersonsWordAndByThatHashOnly() {
    world.converge();
    long puts = gatewayPuts();
    assertThat(world.reconciler().retry(World.TARGET, new PlanHash("0123456789abcdef"), "operator"))
        .isInstanceOf(Retries.Result.Unknown.class);
    assertThat(gatewayPuts()).isEqualTo(puts);

    world.azure().heal();
    assertThat(world.reconciler().retry(World.TARGET, new PlanHash(hash()), "operator"))
        .isInstanceOf(Retries.Result.Retried.class);
    world.run(Duration.ofMinutes(20));
    assertThat(gateway()).contains(BAD.value());
    assertThat(quarantine()).isEqualTo(Quarantine.NONE);
  }

  @Test
  void aRetryThatIsRefusedAgainPutsItBack() {
    world.converge();
    world.reconciler().retry(World.TARGET, new PlanHash(hash()), "operator");
    world.run(Duration.ofMinutes(20));

    assertThat(quarantine().hosts()).containsOnlyKeys(BAD);
    assertThat(gateway()).doesNotContain(BAD.value());
  }

  private void refuse(HostName host) {
    String listener = "ls-lockstep-listener-" + host;
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("error")
        .put("code", "ApplicationGatewayHttpListenerInvalid")
        .put("message", "A listener is not valid.")
        .put("target", "/subscriptions/s/httpListeners/" + listener);
    world
        .azure()
        .answerAlways(
            request -> isGatewayPut(request) && asks(request, listener),
            new Answered(400, Map.of(), body));
  }

  private static boolean asks(ArmRequest request, String listener) {
    return request.body().orElseThrow().toString().contains(listener);
  }

  private static boolean isGatewayPut(ArmRequest request) {
    return request.method() == ArmRequest.Method.PUT
        && request.path().contains("applicationGateways");
  }

  private long gatewayPuts() {
    return world.azure().requests().stream()
        .filter(request -> request.startsWith("PUT") && request.contains("applicationGateways"))
        .count();
  }

  private String gateway() {
    return world.azure().gateway().document().toString();
  }

  private Quarantine quarantine() {
    return world.remembered().writing().quarantine();
  }

  private String hash() {
    return quarantine().hosts().get(BAD).hash();
  }
}
