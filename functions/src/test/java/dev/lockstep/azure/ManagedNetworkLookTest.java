package dev.lockstep.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.azure.StubHttp.Answer;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.port.NetworkView;
import dev.lockstep.port.NetworkView.Frontend;
import dev.lockstep.port.NetworkView.Subnet;
import dev.lockstep.reconcile.world.World;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ManagedNetworkLookTest {
  private static final CloudEndpoints CLOUD =
      new CloudEndpoints(
          URI.create("https://127.0.0.1:1"), "https://arm.test/", URI.create("https://login.test"));

  @Test
  void addressesAndSubnetsOfAGatewayAreFoundAtTheConfiguredEndpoint() throws Exception {
    StubHttp http =
        StubHttp.answering(
            request ->
                request.getUrl().getPath().contains("publicIPAddresses")
                    ? Answer.of(
                        200,
                        "{\"name\":\"pip-agw\",\"properties\":{\"ipAddress\":\"20.50.10.30\","
                            + "\"dnsSettings\":{\"fqdn\":\"edge.westeurope.cloudapp.azure.com\"}}}")
                    : Answer.of(
                        200,
                        "{\"name\":\"vnet-edge\",\"properties\":{\"subnets\":[{\"name\":\"snet-agw\","
                            + "\"properties\":{\"addressPrefix\":\"10.0.0.0/24\","
                            + "\"networkSecurityGroup\":{\"id\":\"/subscriptions/s/resourceGroups/rg"
                            + "/providers/Microsoft.Network/networkSecurityGroups/nsg-agw\"}}}]}}"));

    NetworkView view = look(http).of(gateway());

    assertThat(view.frontends())
        .containsExactly(
            new Frontend(
                "public",
                Optional.of("20.50.10.30"),
                true,
                Optional.of("edge.westeurope.cloudapp.azure.com")));
    assertThat(view.subnets())
        .containsExactly(
            new Subnet(
                "vnet-edge", "snet-agw", Optional.of("10.0.0.0/24"), Optional.of("nsg-agw")));
    assertThat(view.problems()).isEmpty();
    assertThat(http.requests())
        .allMatch(request -> request.getUrl().toString().startsWith("https://127.0.0.1:1/"));
  }

  @Test
  void whatCannotBeReadIsTold() throws Exception {
    StubHttp http =
        StubHttp.answering(
            request ->
                Answer.of(
                    403, "{\"error\":{\"code\":\"AuthorizationFailed\",\"message\":\"no\"}}"));

    NetworkView view = look(http).of(gateway());

    assertThat(view.problems())
        .hasSize(2)
        .allMatch(problem -> problem.contains("could not be read"));
    assertThat(view.subnets())
        .containsExactly(new Subnet("vnet-edge", "snet-agw", Optional.empty(), Optional.empty()));
  }

  private static ManagedNetworkLook look(StubHttp http) {
    return new ManagedNetworkLook(ArmPipeline.of(http, StubHttp.credential(), CLOUD), CLOUD);
  }

  private static GatewayDocument gateway() throws Exception {
    try (InputStream in = World.class.getResourceAsStream("gateway.json")) {
      return GatewayDocument.of((ObjectNode) new ObjectMapper().readTree(in));
    }
  }
}
