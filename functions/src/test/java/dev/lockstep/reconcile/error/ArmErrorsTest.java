package dev.lockstep.reconcile.error;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.port.ArmAnswer.Answered;
import dev.lockstep.port.ArmAnswer.NoAnswer;
import dev.lockstep.reconcile.error.Verdict.Kind;
import dev.lockstep.reconcile.world.Errors;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of {@link ArmErrors} over the answers that Azure gives. */
class ArmErrorsTest {
  @ParameterizedTest
  @CsvSource({
    "agw.put.locked.429, CONFLICT, 12",
    "network.referencedResourceNotProvisioned.429, CONFLICT, ''",
    "arm.throttled.429, THROTTLED, 6",
    "network.throttled.429, THROTTLED, 39",
    "agw.put.linkedAuthorizationFailed.403, DENIED, ''",
    "agw.put.authorizationFailed.403, DENIED, ''",
    "scopeLocked.409, DENIED, ''",
    "apim.put.serviceLocked.409, CONFLICT, ''",
    "agw.put.priorityMissing.400, REFUSED, ''",
    "agw.put.danglingReference.400, REFUSED, ''",
    "agw.put.dupListener.400, REFUSED, ''",
    "agw.put.probeProtocolMismatch.400, REFUSED, ''",
    "agw.put.poolLimit.400, REFUSED, ''",
    "privateDns.put.ifNoneMatch.412, CONFLICT, ''",
    "privateDns.put.ifMatch.412, CONFLICT, ''",
    "dns.get.notFound.404, DENIED, ''",
    "dns.parentNotFound.404, DENIED, ''",
  })
  void answers(String name, Kind kind, String retryAfter) {
    Verdict verdict = ArmErrors.of(Errors.answer(name));

    assertThat(verdict.kind()).isEqualTo(kind);
    assertThat(verdict.reason()).doesNotContain("no detail");
    assertThat(verdict.retryAfter().map(Duration::toSeconds).map(String::valueOf).orElse(""))
        .isEqualTo(retryAfter);
    if (kind == Kind.DENIED || kind == Kind.REFUSED) {
      assertThat(verdict.remedy()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"500, UNCERTAIN", "503, UNCERTAIN", "504, UNCERTAIN", "408, UNCERTAIN"})
  void anAnswerWithoutBody(int status, Kind kind) {
    Answered answer = new Answered(status, Map.of(), JsonNodeFactory.instance.missingNode());

    assertThat(ArmErrors.of(answer).kind()).isEqualTo(kind);
  }

  @Test
  void noAnswer() {
    assertThat(ArmErrors.of(new NoAnswer(true, "timed out")).kind()).isEqualTo(Kind.UNCERTAIN);
    assertThat(ArmErrors.of(new NoAnswer(false, "refused")).kind()).isEqualTo(Kind.NOT_SENT);
  }

  @ParameterizedTest
  @CsvSource({
    "agw.put.superseded.asyncOperation.200, CONFLICT",
    "agw.put.keyVaultDenied.asyncOperation.200, REFUSED",
  })
  void operations(String name, Kind kind) {
    assertThat(ArmErrors.ofOperation(Errors.body(name)).kind()).isEqualTo(kind);
  }

  @Test
  void anOperationThatFailedInsideTheServiceMayPass() {
    assertThat(ArmErrors.ofOperation(Errors.operationFailed("InternalServerError")).kind())
        .isEqualTo(Kind.UNCERTAIN);
  }

  @Test
  void aMissingRightIsAnsweredWithTheCommandThatGrantsIt() {
    assertThat(ArmErrors.of(Errors.answer("agw.put.authorizationFailed.403")).remedy())
        .contains(
            "Missing action Microsoft.Network/applicationGateways/write",
            "--assignee-object-id 44444444-4444-4444-4444-444444444444",
            "--scope /subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg-edge"
                + "/providers/Microsoft.Network/applicationGateways/agw-edge");
  }

  @Test
  void aMissingRightOnALinkedResourceNamesThatOneAndItsRole() {
    assertThat(ArmErrors.of(Errors.answer("agw.put.linkedAuthorizationFailed.403")).remedy())
        .contains("--role \"Managed Identity Operator\"", "userAssignedIdentities/id-agw");
  }

  @Test
  void aLockIsNamed() {
    assertThat(ArmErrors.of(Errors.answer("scopeLocked.409")).remedy())
        .contains("az lock list", "/resourceGroups/rg-edge");
  }

  @Test
  void aSecretThatTheGatewayMayNotReadIsNamed() {
    assertThat(
            ArmErrors.ofOperation(Errors.body("agw.put.keyVaultDenied.asyncOperation.200"))
                .remedy())
        .contains("https://kv-edge.vault.azure.net/secrets/cert-api-contoso-com")
        .contains("Key Vault Secrets User");
  }

  @ParameterizedTest
  @CsvSource({
    "ReadOnlyDisabledSubscription, its owner enables it again",
    "MissingSubscriptionRegistration, az provider register --namespace Microsoft.Network",
    "ResourceGroupBeingDeleted, Take the binding out",
  })
  void aConflictThatNoOtherWriterIsTheCauseOfNeedsAPerson(String code, String remedy) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("error").put("code", code).put("message", "no");

    Verdict verdict = ArmErrors.of(new Answered(409, Map.of(), body));

    assertThat(verdict.kind()).isEqualTo(Kind.DENIED);
    assertThat(verdict.remedy()).contains(remedy);
  }

  @Test
  void anOldWordingOfAnotherOperationIsAConflict() {
    Answered answer =
        new Answered(409, Map.of(), Errors.body("agw.put.legacyConflict").path("body"));

    assertThat(ArmErrors.of(answer).kind()).isEqualTo(Kind.CONFLICT);
  }
}
