package dev.lockstep.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.config.TestCertificates;
import dev.lockstep.model.TrustedRoot;
import dev.lockstep.plan.Estates;
import dev.lockstep.plan.Plan;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PlanRenderingTest {
  @Test
  void colourIsForTerminalsOnly() {
    Plan plan = Estates.contoso().plan();

    String plain = PlanText.render(plan, false);
    String coloured = PlanText.render(plan, true);

    assertThat(plain).doesNotContain("\u001b");
    assertThat(coloured).contains("\u001b[32m+\u001b[0m backendAddressPools/");
    assertThat(coloured.replaceAll("\u001b\\[\\d+m", "")).isEqualTo(plain);
  }

  @Test
  void theSummaryCountsAndNamesTheHash() {
    Plan plan = Estates.contoso().plan();

    assertThat(PlanText.render(plan, false))
        .endsWith(
            "Plan: 7 to add, 0 to change, 0 to remove; 0 blocked; 0 warnings\nHash: "
                + plan.hash()
                + "\n");
  }

  @Test
  void certificatesAreShownByTheirThumbprint() {
    Plan plan =
        Estates.contoso().with(b -> b.roots(new TrustedRoot.Uploaded(TestCertificates.DER))).plan();

    for (String rendered : new String[] {PlanText.render(plan, false), json(plan).toString()}) {
      assertThat(rendered)
          .contains("\"sha256:")
          .doesNotContain(TestCertificates.DER.substring(0, 40));
    }
  }

  @Test
  void theDataHasEverythingThatTheTextHas() {
    Estates estates =
        Estates.contoso()
            .lists(
                Estates.SERVICE, Estates.proxy("api.contoso.com"), Estates.proxy("two.contoso.com"))
            .converged()
            .lists(
                Estates.SERVICE, Estates.proxy("api.contoso.com"), Estates.proxy("*.contoso.com"))
            .colleague(
                g -> Estates.edit(g, "probes", "ls-lockstep-probe-api.contoso.com", "path", "/x"));
    Plan plan = estates.plan();

    JsonNode json = json(plan);

    assertThat(json.path("gateway").asText()).isEqualTo(Estates.GATEWAY.value());
    assertThat(json.path("hash").asText()).isEqualTo(plan.hash().value());
    assertThat(json.path("summary"))
        .isEqualTo(json("{'add':0,'change':1,'remove':0,'blocked':1,'warnings':0,'pending':1}"));
    assertThat(json.path("changes"))
        .isEqualTo(
            json(
                """
                [{'kind':'update','subject':{'type':'gatewayElement','collection':'probes',
                'name':'ls-lockstep-probe-api.contoso.com'},'host':'api.contoso.com',
                'binding':'contoso','reason':'it is not what api.contoso.com of apim-contoso needs',
                'fields':[{'path':'properties.path','before':'/x',
                'after':'/status-0123456789abcdef'}]}]
                """));
    assertThat(json.path("blocked").path(0).path("code").asText()).isEqualTo("probeHostMissing");
    assertThat(json.path("pending").path(0).path("dueAt").asText())
        .isEqualTo(estates.at.plus(Duration.ofMinutes(1)).toString());
  }

  @Test
  void aRecordIsASubjectOfItsOwn() {
    JsonNode changes = json(Estates.contoso().plan()).path("changes");

    assertThat(changes.path(6).path("subject"))
        .isEqualTo(json("{'type':'dnsRecord','zone':'" + Estates.ZONE + "','name':'api'}"));
    assertThat(changes.path(6).path("kind").asText()).isEqualTo("add");
  }

  private static ObjectNode json(Plan plan) {
    return PlanJson.render(plan);
  }

  private static JsonNode json(String text) {
    try {
      return new com.fasterxml.jackson.databind.ObjectMapper().readTree(text.replace('\'', '"'));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
