package dev.lockstep.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.model.GatewayDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hints at who else manages the gateway whole. */
class ManagedByTest {
  @ParameterizedTest
  @CsvSource({
    "managed-by-k8s-ingress, 1.7.2/abc, AGIC",
    "Managed-By-K8s-Ingress, '', AGIC",
    "ingress-for-aks-cluster-id, /subscriptions/s, AGIC",
    "ManagedBy, Terraform, TERRAFORM",
    "terraform, true, TERRAFORM",
    "source, github.com/contoso/edge-terraform, TERRAFORM",
    "iac, OpenTofu, TERRAFORM",
    "tool, tofu, TERRAFORM",
    "azd-env-name, prod, BICEP",
    "deployed_by, bicep, BICEP",
    "deployed_by, azd, BICEP"
  })
  void aTagHintsAt(String tag, String value, ManagedBy who) {
    assertThat(ManagedBy.of(tagged(tag, value))).containsExactly(who);
  }

  @ParameterizedTest
  @CsvSource({
    "team, terraformers",
    "env, prod",
    "managed-by, k8s-ingress",
    "hidden-link, x",
    "lockstep-shared-with, terraform",
    "note, bicepcurls"
  })
  void anyOtherTagHintsAtNobody(String tag, String value) {
    assertThat(ManagedBy.of(tagged(tag, value))).isEmpty();
  }

  @Test
  void theNamesOfTheProvidersExampleHintAtTerraform() {
    assertThat(ManagedBy.of(named("vnet-httplstn", "vnet-rqrt")))
        .containsExactly(ManagedBy.TERRAFORM);
    assertThat(ManagedBy.of(named("vnet-httplstn", "other"))).isEmpty();
    assertThat(ManagedBy.of(named("other", "vnet-rqrt"))).isEmpty();
  }

  @Test
  void peaceWithTheIngressControllerIsSaidByATag() {
    assertThat(ManagedBy.AGIC.shares(tagged("lockstep-shared-with", "AGIC"))).isTrue();
    assertThat(ManagedBy.AGIC.shares(tagged("lockstep-shared-with", "others"))).isFalse();
    assertThat(ManagedBy.AGIC.shares(tagged("env", "prod"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "TERRAFORM, terraform, true",
    "TERRAFORM, 'agic, OpenTofu', true",
    "TERRAFORM, agic, false",
    "BICEP, azd, true",
    "BICEP, Bicep, true",
    "BICEP, terraform, false",
  })
  void peaceIsMadeWithEachByName(ManagedBy who, String said, boolean shares) {
    assertThat(who.shares(tagged("lockstep-shared-with", said))).isEqualTo(shares);
  }

  @Test
  void namesAloneAreNoReasonToWriteNothing() {
    assertThat(ManagedBy.unreconciled(named("vnet-httplstn", "vnet-rqrt"))).isEmpty();
    assertThat(ManagedBy.unreconciled(tagged("iac", "terraform")))
        .containsExactly(ManagedBy.TERRAFORM);
  }

  @Test
  void eachIsWarnedOfWithTheWayToPeace() {
    Estates estates =
        Estates.contoso()
            .colleague(
                g ->
                    g.withObjectProperty("tags")
                        .put("managed_by", "terraform")
                        .put("azd-env-name", "prod")
                        .put("managed-by-k8s-ingress", "1"));

    assertThat(estates.plan().warnings())
        .containsExactlyInAnyOrder(
            new Warning(
                "managedByTerraform",
                "",
                "the tags or names on agw-edge say that Terraform manages it whole and would undo"
                    + " what is written here; let it leave these parts alone: lifecycle {"
                    + " ignore_changes = [backend_address_pool, backend_http_settings,"
                    + " frontend_port, http_listener, probe, redirect_configuration,"
                    + " request_routing_rule, ssl_certificate, trusted_root_certificate] } in its"
                    + " azurerm_application_gateway, and say so with the tag"
                    + " lockstep-shared-with=terraform on the gateway"),
            new Warning(
                "managedByBicep",
                "",
                "the tags or names on agw-edge say that a template (Bicep, azd) manages it whole"
                    + " and would undo what is written here; a template has no ignore_changes:"
                    + " deploy the gateway once and refer to it as 'existing' afterwards, or hand"
                    + " its collections back in from a reading of the deployed one, and say so"
                    + " with the tag lockstep-shared-with=bicep on the gateway"),
            new Warning(
                "managedByAgic",
                "",
                "the tags or names on agw-edge say that an ingress controller (AGIC) manages it"
                    + " whole and would undo what is written here; install AGIC with"
                    + " appgw.shared=true, keep these host names in an"
                    + " AzureIngressProhibitedTarget, and say so with the tag"
                    + " lockstep-shared-with=agic on the gateway"));
    estates.colleague(g -> g.withObjectProperty("tags").put("lockstep-shared-with", "agic"));
    assertThat(estates.plan().warnings())
        .extracting(Warning::code)
        .containsExactly("managedByBicep", "managedByTerraform");
    assertThat(estates.plan().changes()).hasSize(7);
  }

  private static GatewayDocument tagged(String tag, String value) {
    return GatewayDocument.of(
        Json.of("{'id':'" + Estates.GATEWAY + "','tags':{'" + tag + "':'" + value + "'}}"));
  }

  private static GatewayDocument named(String listener, String rule) {
    return GatewayDocument.of(
        Json.of(
            "{'id':'"
                + Estates.GATEWAY
                + "','properties':{'httpListeners':[{'name':'"
                + listener
                + "'}],'requestRoutingRules':[{'name':'"
                + rule
                + "'}]}}"));
  }
}
