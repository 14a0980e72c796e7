package dev.lockstep.azure.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.credential.AccessToken;
import dev.lockstep.azure.CloudEndpoints;
import dev.lockstep.model.ReadFailure;
import dev.lockstep.model.Reading;
import dev.lockstep.model.ResourceId;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

public class NetworkLookTest {
  private static final String GROUP =
      "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg-edge/providers/"
          + "Microsoft.Network/";
  private static final ResourceId ADDRESS = new ResourceId(GROUP + "publicIPAddresses/pip-agw");
  private static final ResourceId HIDDEN = new ResourceId(GROUP + "publicIPAddresses/pip-hidden");
  private static final ResourceId SUBNET =
      new ResourceId(GROUP + "virtualNetworks/vnet-edge/subnets/snet-agw");

  private final FakeArmServer server =
      new FakeArmServer(
          Map.of(
              ADDRESS.value(),
              """
              {"id": "%s", "name": "pip-agw", "location": "westeurope", "properties": {
                "ipAddress": "20.50.10.30", "publicIPAddressVersion": "IPv4",
                "dnsSettings": {"fqdn": "agw.westeurope.cloudapp.azure.com"}}}
              """
                  .formatted(ADDRESS),
              HIDDEN.value(),
              "",
              GROUP + "virtualNetworks/vnet-edge",
              """
              {"id": "%s", "name": "vnet-edge", "location": "westeurope", "properties": {"subnets": [
                {"id": "%s", "name": "snet-agw", "properties": {"addressPrefix": "10.0.0.0/24",
                  "networkSecurityGroup": {"id": "%snetworkSecurityGroups/nsg-agw"}}}]}}
              """
                  .formatted(SUBNET.parent(), SUBNET, GROUP)));

  private final NetworkLook look = look(server);

  /** A look at that server. */
  public static NetworkLook look(FakeArmServer server) {
    CloudEndpoints cloud =
        new CloudEndpoints(
            URI.create("https://arm.test"), "https://arm.test", URI.create("https://login.test"));
    return new NetworkLook(
        server, request -> Mono.just(new AccessToken("token", OffsetDateTime.MAX)), cloud);
  }

  @Test
  @DisplayName("a public address is read from the configured cloud")
  void publicAddress() {
    assertThat(look.publicAddress(ADDRESS))
        .isEqualTo(
            Reading.known(
                new PublicAddress(
                    Optional.of("20.50.10.30"), Optional.of("agw.westeurope.cloudapp.azure.com"))));
    assertThat(server.requests()).containsExactly("GET arm.test" + ADDRESS);
  }

  @Test
  @DisplayName("a subnet is read with its security group")
  void subnet() {
    assertThat(look.subnet(SUBNET))
        .isEqualTo(
            Reading.known(
                new SubnetLook(
                    List.of("10.0.0.0/24"),
                    Optional.of(GROUP + "networkSecurityGroups/nsg-agw"),
                    Optional.empty())));
  }

  @Test
  @DisplayName("what may not be read or is gone is said so, with the remedy")
  void failures() {
    ReadFailure forbidden = look.publicAddress(HIDDEN).asFailure().orElseThrow();
    assertThat(forbidden.kind()).isEqualTo(ReadFailure.Kind.FORBIDDEN);
    assertThat(forbidden.remedy()).contains("Reader", HIDDEN.value());

    ResourceId gone = new ResourceId(GROUP + "publicIPAddresses/pip-gone");
    assertThat(look.publicAddress(gone).asFailure().orElseThrow().kind())
        .isEqualTo(ReadFailure.Kind.NOT_FOUND);
    assertThat(look.subnet(SUBNET.parent().child("subnets", "other")).asFailure()).isPresent();
  }
}
