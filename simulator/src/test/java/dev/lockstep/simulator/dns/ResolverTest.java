package dev.lockstep.simulator.dns;

import static dev.lockstep.simulator.TestAzure.GROUP;
import static dev.lockstep.simulator.TestAzure.NETWORK;
import static dev.lockstep.simulator.TestAzure.ZONE;
import static dev.lockstep.simulator.TestAzure.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.simulator.TestAzure;
import dev.lockstep.simulator.world.ResourceId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResolverTest {
  private final TestAzure azure = new TestAzure();

  @Test
  void findsRecordsAliasesAndWildcards() {
    assertThat(resolve("intranet.contoso.com")).isEqualTo(addresses("10.0.9.20"));
    assertThat(resolve("BUILD.contoso.com.")).isEqualTo(addresses("10.0.9.21", "10.0.9.22"));
    assertThat(resolve("wiki.contoso.com")).isEqualTo(addresses("10.0.9.20"));
    a("*", "10.0.9.99");
    a("*.deep", "10.0.9.98");
    assertThat(resolve("any.contoso.com")).isEqualTo(addresses("10.0.9.99"));
    assertThat(resolve("one.deep.contoso.com")).isEqualTo(addresses("10.0.9.98"));
    assertThat(resolve("intranet.contoso.com")).isEqualTo(addresses("10.0.9.20"));
    assertThat(resolve("contoso.com"))
        .as("the apex has no address")
        .isEqualTo(missing("contoso.com"));
  }

  @Test
  void aLinkedZoneOwnsItsNamesEvenThoseItLacks() {
    assertThat(resolve("api.contoso.com")).isEqualTo(missing("contoso.com"));
    assertThat(resolve("api.fabrikam.com")).isEqualTo(new Answer.Unknown());
  }

  @Test
  void theMostSpecificLinkedZoneAnswers() {
    String zone = GROUP + "/providers/Microsoft.Network/privateDnsZones/api.contoso.com";
    azure.put(zone, json("{'location':'global'}"));
    azure.finish();
    azure.put(
        zone + "/A/@", json("{'properties':{'ttl':1,'aRecords':[{'ipv4Address':'10.0.1.5'}]}}"));
    assertThat(resolve("api.contoso.com")).as("not linked yet").isEqualTo(missing("contoso.com"));
    azure.put(
        zone + "/virtualNetworkLinks/link",
        json("{'properties':{'virtualNetwork':{'id':'" + NETWORK + "'}}}"));
    azure.finish();
    assertThat(resolve("api.contoso.com")).isEqualTo(addresses("10.0.1.5"));
  }

  @Test
  void anotherNetworkSeesOnlyPublicZones() {
    String zone = GROUP + "/providers/Microsoft.Network/dnsZones/contoso.com";
    azure.put(zone, json("{'location':'global'}"));
    azure.put(
        zone + "/A/intranet",
        json("{'properties':{'TTL':1,'ARecords':[{'ipv4Address':'20.1.2.3'}]}}"));
    assertThat(resolve("intranet.contoso.com")).isEqualTo(addresses("10.0.9.20"));
    assertThat(resolve(NETWORK + "-other", "intranet.contoso.com"))
        .isEqualTo(addresses("20.1.2.3"));
    var network = azure.read(NETWORK);
    network.withObject("/properties/dhcpOptions").putArray("dnsServers").add("10.9.9.9");
    azure.put(NETWORK, network);
    assertThat(resolve("intranet.contoso.com"))
        .as("with DNS servers of its own the network does not see the private zone")
        .isEqualTo(addresses("20.1.2.3"));
  }

  @Test
  void aLoopOfAliasesEnds() {
    azure.put(
        ZONE + "/CNAME/one",
        json("{'properties':{'ttl':1,'cnameRecord':{'cname':'two.contoso.com'}}}"));
    azure.put(
        ZONE + "/CNAME/two",
        json("{'properties':{'ttl':1,'cnameRecord':{'cname':'one.contoso.com'}}}"));
    assertThat(resolve("one.contoso.com")).isEqualTo(new Answer.Unknown());
  }

  private void a(String name, String address) {
    azure.put(
        ZONE + "/A/" + name,
        json("{'properties':{'ttl':1,'aRecords':[{'ipv4Address':'" + address + "'}]}}"));
  }

  private Answer resolve(String name) {
    return resolve(NETWORK, name);
  }

  private Answer resolve(String network, String name) {
    return new Resolver(azure.azure.world().resources()).resolve(ResourceId.of(network), name);
  }

  private static Answer addresses(String... addresses) {
    return new Answer.Addresses(List.of(addresses));
  }

  private static Answer missing(String zone) {
    return new Answer.NoSuchName(zone);
  }
}
