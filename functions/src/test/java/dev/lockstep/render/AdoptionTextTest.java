package dev.lockstep.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.HostName;
import dev.lockstep.plan.Adoption;
import dev.lockstep.plan.Estates;
import dev.lockstep.plan.HandMadeEstates;
import org.junit.jupiter.api.Test;

/** How a proposal to take over hand-made elements reads. */
class AdoptionTextTest {
  @Test
  void elementByElementThenThePlanThatWouldFollow() {
    Adoption adoption = HandMadeEstates.adoption(HandMadeEstates.api(), HandMadeEstates.API);

    assertThat(AdoptionText.render(adoption, false))
        .startsWith(
            """
            < adopt backendAddressPools/pool-apim-gateway for api.contoso.com
            < adopt backendHttpSettingsCollection/settings-apim-gateway for api.contoso.com
            < adopt httpListeners/listener-apim-gateway for api.contoso.com
            < adopt probes/probe-apim-gateway for api.contoso.com
            < adopt requestRoutingRules/rule-apim-gateway for api.contoso.com
            < adopt sslCertificates/cert-api-contoso-com
              leave trustedRootCertificates/root-contoso-internal-ca: used by backendHttpSettingsCollection/settings-apim-management as well

            Adoption: 6 elements; nothing on the gateway is changed by it
            Hash: %s

            The plan that would follow:

            Gateway agw-edge\
            """
                .formatted(adoption.hash()))
        .endsWith("Hash: " + adoption.next().hash() + "\n");
  }

  @Test
  void whatIsRefusedIsSaidAndNoPlanFollows() {
    Adoption adoption =
        HandMadeEstates.adoption(Estates.contoso(), new HostName("shop.contoso.com"));

    assertThat(AdoptionText.render(adoption, false))
        .isEqualTo(
            """
            ! refused shop.contoso.com: no binding of the gateway publishes it

            Adoption: nothing to adopt
            Hash: %s
            """
                .formatted(adoption.hash()));
  }

  @Test
  void asData() {
    Adoption adoption = HandMadeEstates.adoption(HandMadeEstates.api(), HandMadeEstates.API);

    ObjectNode json = AdoptionJson.render(adoption);

    assertThat(json.path("hash").asText()).isEqualTo(adoption.hash().value());
    assertThat(json.path("adopted")).hasSize(6);
    assertThat(json.at("/adopted/0/collection").asText()).isEqualTo("backendAddressPools");
    assertThat(json.at("/adopted/0/name").asText()).isEqualTo("pool-apim-gateway");
    assertThat(json.at("/adopted/0/host").asText()).isEqualTo("api.contoso.com");
    assertThat(json.at("/adopted/0/contentHash").asText()).hasSize(16);
    assertThat(json.at("/adopted/5").has("host")).isFalse();
    assertThat(json.at("/left/0/reason").asText()).startsWith("used by ");
    assertThat(json.path("refused")).isEmpty();
    assertThat(json.path("commands")).isEmpty();
    assertThat(json.at("/next/hash").asText()).isEqualTo(adoption.next().hash().value());
  }
}
