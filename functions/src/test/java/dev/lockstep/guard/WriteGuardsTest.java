package dev.lockstep.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.guard.Verdict.Refused;
import dev.lockstep.plan.Estates;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What keeps a gateway from being written though the plan itself is right. */
class WriteGuardsTest {
  @Test
  void aStoppedGatewayIsNotStartedByAWrite() {
    assertThat(refused(state("Succeeded", "Stopped")))
        .containsExactly(
            new Refused(
                GuardCode.GATEWAY_STOPPED,
                "agw-edge is Stopped",
                "start the gateway; the plan is carried out then"));
  }

  @Test
  void aGatewayThatIsBeingChangedIsWaitedFor() {
    assertThat(refused(state("Updating", "Running")))
        .containsExactly(
            new Refused(
                GuardCode.GATEWAY_UNSETTLED,
                "agw-edge is Updating",
                "wait until its last change has ended"));
  }

  @Test
  void aStoppedGatewayThatIsUpdatingCountsAsStopped() {
    assertThat(refused(state("Updating", "Stopping")))
        .extracting(Refused::code)
        .containsExactly(GuardCode.GATEWAY_STOPPED);
  }

  @Test
  void propertiesThatOurVersionWouldLoseKeepTheGatewayFromBeingWritten() {
    assertThat(refused(losing("properties.probes.new")))
        .containsExactly(
            new Refused(
                GuardCode.API_VERSION_TOO_OLD,
                "a write with our api-version would remove properties.probes.new",
                "set LOCKSTEP_GATEWAY_API_VERSION to a version that returns them"));
  }

  @Test
  void ofManySuchPropertiesThreeAreNamed() {
    assertThat(refused(losing("a", "b", "c")).get(0).reason()).endsWith("remove a, b, c");
    assertThat(refused(losing("d", "c", "b", "a")).get(0).reason())
        .endsWith("remove a, b, c and 1 more");
  }

  @Test
  void nothingIsRefusedWhileTheGatewayNeedsNoWrite() {
    Estates estates = losing("a").converged();
    estates.colleague(g -> g.withObjectProperty("tags").put("managed-by-k8s-ingress", "1"));

    assertThat(refused(estates)).isEmpty();
  }

  @Test
  void besideAnIngressControllerNothingIsWrittenUntilItIsInSharedMode() {
    Estates estates =
        Estates.contoso()
            .colleague(g -> g.withObjectProperty("tags").put("managed-by-k8s-ingress", "1"));

    assertThat(refused(estates))
        .containsExactly(
            new Refused(
                GuardCode.MANAGED_BY_AGIC,
                "agw-edge is managed whole by an ingress controller (AGIC)",
                "install AGIC with appgw.shared=true, keep these host names in an"
                    + " AzureIngressProhibitedTarget, and say so with the tag"
                    + " lockstep-shared-with=agic on the gateway"));
    estates.colleague(g -> g.withObjectProperty("tags").put("lockstep-shared-with", "agic"));
    assertThat(refused(estates)).isEmpty();
  }

  @Test
  void nothingIsBegunOnAGatewayThatTerraformManagesWholeUntilItLeavesPartsAlone() {
    Estates estates =
        Estates.contoso().colleague(g -> g.withObjectProperty("tags").put("terraform", "true"));

    assertThat(refused(estates))
        .singleElement()
        .satisfies(
            refused -> {
              assertThat(refused.code()).isEqualTo(GuardCode.MANAGED_WHOLE);
              assertThat(refused.reason())
                  .isEqualTo(
                      "the tags on agw-edge say that Terraform manages it whole, and nothing of"
                          + " ours is there yet");
              assertThat(refused.remedy())
                  .contains("ignore_changes = [backend_address_pool,")
                  .contains("lockstep-shared-with=terraform")
                  .endsWith("confirm this plan by its hash, if the tags mislead");
            });
    estates.colleague(g -> g.withObjectProperty("tags").put("lockstep-shared-with", "terraform"));
    assertThat(refused(estates)).isEmpty();
  }

  @Test
  void aTagThatComesLaterStopsNoGatewayThatIsKeptInStep() {
    Estates estates = Estates.contoso().converged();
    estates.colleague(g -> g.withObjectProperty("tags").put("azd-env-name", "prod"));
    estates.colleague(
        g ->
            g.path("properties")
                .path("probes")
                .forEach(
                    probe ->
                        ((com.fasterxml.jackson.databind.node.ObjectNode) probe.path("properties"))
                            .put("interval", 77)));

    assertThat(estates.plan().gatewayBody()).isPresent();
    assertThat(refused(estates)).isEmpty();
  }

  @Test
  void onlyTheGatewayThatMovesIsWaitedFor() {
    assertThat(GuardCode.API_VERSION_TOO_OLD.isPassing()).isFalse();
    assertThat(GuardCode.MANAGED_BY_AGIC.isPassing()).isFalse();
    assertThat(GuardCode.GATEWAY_UNSETTLED.isPassing()).isTrue();
  }

  private static Estates state(String provisioning, String operational) {
    return Estates.contoso()
        .colleague(
            g ->
                g.withObjectProperty("properties")
                    .put("provisioningState", provisioning)
                    .put("operationalState", operational));
  }

  private static Estates losing(String... properties) {
    Estates estates = Estates.contoso();
    estates.lostProperties = List.of(properties);
    return estates;
  }

  private static List<Refused> refused(Estates estates) {
    return Guards.check(estates.plan(), estates.input());
  }
}
