package dev.lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class PlanCommandTest {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final String GATEWAY = "agw-shared-apim-and-foreign.get.json";
  private static final String SERVICE = "apim-internal-multiregion-customdomains.get.json";

  @TempDir Path from;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "agw-v1-complex-probes-multisite.get.200.json",
        "agw-v1-redirects-authcerts.get.200.json",
        "agw-v1-urlpathmap.get.200.json",
        "agw-v2-keyvault-secret.get.200.json",
        "agw-v2-trustedroot.get.200.json",
        "agw-v2-waf.get.200.json"
      })
  void aRecordedGatewayIsWrittenBackAsItWasRead(String recording) throws IOException {
    String text = copy("recorded/" + recording, recording);
    Path written = from.resolve("written.txt");

    int status = run("--from", from.toString(), "--write-gateway", written.toString());

    assertThat(err.toString()).isEmpty();
    assertThat(status).isZero();
    JsonNode read = JSON.readTree(text);
    JsonNode body = read.has("response") ? read.at("/response/body") : read;
    assertThat(JSON.readTree(Files.readString(written))).isEqualTo(body);
  }

  @Test
  void handMadeListenersBlockTheirHostsAndNoOthers() throws IOException {
    copy(GATEWAY, "gateway.json");
    copy(SERVICE, "service.json");
    Files.writeString(from.resolve("lockstep.json"), bindings());
    Files.writeString(from.resolve("records.json"), emptyZone());

    int status = run("--from", from.toString(), "--output", "json");

    assertThat(err.toString()).isEmpty();
    assertThat(status).isEqualTo(3);
    JsonNode plan = JSON.readTree(out.toString()).at("/plans/0");
    assertThat(plan.path("blocked").findValuesAsText("host"))
        .containsExactlyInAnyOrder(
            "api.contoso.com", "portal.contoso.com", "management.contoso.com");
    assertThat(plan.path("blocked").findValuesAsText("code")).containsOnly("listenerCollision");
    assertThat(plan.path("changes").findValuesAsText("host"))
        .isNotEmpty()
        .containsOnly("api-partner.contoso.com");
  }

  @Test
  void whatWasMadeByHandForAHostNameCanBeTakenOver() throws IOException {
    copy(GATEWAY, "gateway.json");
    copy(SERVICE, "service.json");
    Files.writeString(from.resolve("lockstep.json"), bindings());
    Files.writeString(from.resolve("records.json"), emptyZone());

    int status = run("--from", from.toString(), "--adopt", "api.contoso.com");

    assertThat(status).isEqualTo(3);
    assertThat(out.toString())
        .contains(
            "< adopt httpListeners/listener-apim-gateway for api.contoso.com",
            "Adoption: 6 elements; nothing on the gateway is changed by it",
            "The plan that would follow:");
    out.getBuffer().setLength(0);
    run("--from", from.toString(), "--adopt", "api.contoso.com", "--output", "json");
    assertThat(JSON.readTree(out.toString()).at("/adoptions/0/adopted")).hasSize(6);
  }

  @Test
  void whatIsNoHostNameCannotBeTakenOver() {
    int status = run("--from", from.toString(), "--adopt", "no host");

    assertThat(status).isEqualTo(1);
    assertThat(err.toString()).contains("--adopt: 'no host' is no host name");
  }

  @Test
  void thePlanIsGivenAsMarkdownForAPullRequest() throws IOException {
    copy(GATEWAY, "gateway.json");
    copy(SERVICE, "service.json");
    Files.writeString(from.resolve("lockstep.json"), bindings());
    Files.writeString(from.resolve("records.json"), emptyZone());

    int status = run("--from", from.toString(), "--format", "markdown");

    assertThat(status).isEqualTo(3);
    assertThat(out.toString())
        .startsWith("### Gateway <code>agw-edge</code>\n")
        .contains("> [!CAUTION]", "<details><summary><code>+ httpListeners/", "```diff\n+ ")
        .doesNotContain("\u001b");
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    int status = run("--from", from.resolve("nowhere").toString());

    assertThat(status).isEqualTo(1);
    assertThat(err.toString()).contains("nowhere").contains("--from");
  }

  @Test
  void everythingThatIsWrongWithTheFilesIsToldAtOnce() throws IOException {
    Files.writeString(from.resolve("broken.json"), "{ not json");
    Files.writeString(from.resolve("lockstep.json"), "{\"bindings\":[{\"nmae\":\"x\"}]}");

    int status = run("--from", from.toString());

    assertThat(status).isEqualTo(1);
    assertThat(err.toString()).contains("broken.json").contains("no file holds a gateway");
  }

  private int run(String... arguments) {
    return new CommandLine(new PlanCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private String copy(String resource, String name) throws IOException {
    try (InputStream in = PlanCommandTest.class.getResourceAsStream(resource)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Files.writeString(from.resolve(name), text);
      return text;
    }
  }

  private static String bindings() {
    String group = "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg-edge";
    String network = group + "/providers/Microsoft.Network";
    return """
        {"bindings":[{"name":"edge",
          "service":"%s/providers/Microsoft.ApiManagement/service/apim-contoso",
          "gateway":"%s/applicationGateways/agw-edge",
          "zones":["%s/privateDnsZones/contoso.com"],
          "endpoints":{"Proxy":{"frontend":"appGwPublicFrontendIpIPv4"},
            "DeveloperPortal":{"frontend":"appGwPublicFrontendIpIPv4"},
            "Management":{"frontend":"appGwPrivateFrontendIpIPv4"}},
          "trustedRoots":[{"existing":"root-contoso-internal-ca"}]}]}
        """
        .formatted(group, network, network);
  }

  private static String emptyZone() {
    return """
        {"id":"/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg-edge/providers/Microsoft.Network/privateDnsZones/contoso.com",
         "name":"contoso.com","type":"Microsoft.Network/privateDnsZones","location":"global","properties":{}}
        """;
  }
}
