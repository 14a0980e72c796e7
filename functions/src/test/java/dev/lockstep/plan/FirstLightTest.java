package dev.lockstep.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.model.EndpointType;
import org.junit.jupiter.api.Test;

/** The walkthrough: a host name listed by the service comes onto the gateway and into DNS. */
class FirstLightTest {
  @Test
  void aHostNameIsPublishedWithAllItsElements() {
    Plan plan = Estates.contoso().plan();

    assertThat(plan.blocked()).isEmpty();
    assertThat(plan.changes())
        .allSatisfy(change -> assertThat(change.kind()).isEqualTo(Change.Kind.ADD))
        .extracting(change -> ChangeOrder.key(change.subject()))
        .containsExactly(
            "sslcertificates/ls-lockstep-cert-kv-edge.cert-api-contoso-com",
            "backendaddresspools/ls-lockstep-pool-api.contoso.com",
            "probes/ls-lockstep-probe-api.contoso.com",
            "backendhttpsettingscollection/ls-lockstep-settings-api.contoso.com",
            "httplisteners/ls-lockstep-listener-api.contoso.com",
            "requestroutingrules/ls-lockstep-rule-api.contoso.com",
            Estates.ZONE.key() + "/a/api");
    assertThat(plan.records()).hasSize(1);
  }

  @Test
  void appliedThenPlannedAgainIsEmpty() {
    Estates estates = Estates.contoso();
    estates.lists(
        Estates.SERVICE,
        Estates.proxy("api.contoso.com"),
        Estates.endpoint(EndpointType.DEVELOPER_PORTAL, "portal.contoso.com"),
        Estates.endpoint(EndpointType.MANAGEMENT, "management.contoso.com"));
    Plan first = estates.plan();

    estates.apply(first);
    Plan second = estates.plan();

    assertThat(first.changes()).hasSize(3 * 7);
    assertThat(second.changes()).isEmpty();
    assertThat(second.gatewayBody()).isEmpty();
    assertThat(second.ownedAfter()).isEqualTo(first.ownedAfter());
    assertThat(second.warnings()).isEmpty();
  }

  @Test
  void aHostNameThatLeavesTakesEverythingAlong() {
    Estates estates = Estates.contoso();
    estates.lists(
        Estates.SERVICE, Estates.proxy("api.contoso.com"), Estates.proxy("two.contoso.com"));
    estates.converged();
    estates.lists(Estates.SERVICE, Estates.proxy("api.contoso.com"));

    Plan waiting = estates.plan();
    assertThat(waiting.changes()).isEmpty();
    assertThat(waiting.pending()).hasSize(1);

    estates.apply(waiting);
    Plan removing = estates.plan();
    assertThat(removing.changes())
        .hasSize(7)
        .allSatisfy(change -> assertThat(change.kind()).isEqualTo(Change.Kind.REMOVE));

    estates.apply(removing);
    assertThat(estates.plan().isEmpty()).isTrue();
    assertThat(estates.gateway.toString()).doesNotContain("two.contoso.com");
  }

  @Test
  void theSampleEstateHasThreeHandMadeHosts() {
    Estates estates = Estates.contoso();
    estates.gateway = Json.azure("synthetic/agw-shared-apim-and-foreign.get.json");
    estates.services.put(
        Estates.SERVICE,
        dev.lockstep.model.Reading.known(
            dev.lockstep.read.ServiceReader.read(
                Json.azure("synthetic/apim-internal-multiregion-customdomains.get.json"))));

    Plan plan = estates.plan();

    assertThat(plan.blocked())
        .extracting(b -> b.code() + " " + b.host().orElseThrow())
        .containsExactly(
            "LISTENER_COLLISION api.contoso.com",
            "LISTENER_COLLISION management.contoso.com",
            "LISTENER_COLLISION portal.contoso.com");
    assertThat(plan.changes())
        .hasSize(7)
        .allSatisfy(c -> assertThat(ChangeOrder.key(c.subject())).contains("api-partner"));
  }
}
