package dev.lockstep.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockstep.model.RecordSet;
import dev.lockstep.model.ResourceId;
import org.junit.jupiter.api.Test;

/** Alias record sets and public IPs. */
class DnsReadersTest {
  private static final String PUBLIC_IP =
      "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg-edge/providers/"
          + "Microsoft.Network/publicIPAddresses/pip-agw";

  @Test
  void anAliasFollowsItsTargetAndHoldsNoAddress() {
    RecordSet record = record("{'id':'%s'}".formatted(PUBLIC_IP));

    assertThat(record.target()).contains(new ResourceId(PUBLIC_IP));
    assertThat(record.addresses()).isEmpty();
    assertThat(record.ttlSeconds()).isEqualTo(3600);
    assertThat(record.type()).isEqualTo("A");
  }

  @Test
  void anEmptyTargetIsNone() {
    assertThat(record("{}").target()).isEmpty();
    assertThat(record("{'id':null}").target()).isEmpty();
    assertThat(record("null").target()).isEmpty();
  }

  @Test
  void aTargetThatIsNoIdIsNotTakenForNone() {
    assertThatThrownBy(() -> record("{'id':'pip-agw'}"))
        .isInstanceOf(MalformedBody.class)
        .hasMessage("targetResource: no id: 'pip-agw'");
  }

  @Test
  void aPublicIpHasOneAddress() {
    assertThat(address("{'ipAddress':'20.50.10.30','publicIPAddressVersion':'IPv4'}"))
        .isEqualTo("20.50.10.30");
    assertThat(address("{'ipAddress':'20.50.10.30'}")).isEqualTo("20.50.10.30");
  }

  @Test
  void aPublicIpWithoutUsableAddressIsNoAnswer() {
    assertThatThrownBy(() -> address("{'publicIPAddressVersion':'IPv4'}"))
        .isInstanceOf(MalformedBody.class)
        .hasMessage("no address has been allocated to it");
    assertThatThrownBy(() -> address("{'ipAddress':'2001:db8::1','publicIPAddressVersion':'IPv6'}"))
        .isInstanceOf(MalformedBody.class)
        .hasMessage("it is an IPv6 address; an A record needs IPv4");
    assertThatThrownBy(
            () ->
                PublicAddressReader.read(
                    json("{'id':'%s'}".formatted(PUBLIC_IP.replace("pub", "x")))))
        .isInstanceOf(MalformedBody.class)
        .hasMessageEndingWith("is not a Microsoft.Network/publicIPAddresses");
  }

  private static String address(String properties) {
    return PublicAddressReader.read(
        json("{'id':'%s','properties':%s}".formatted(PUBLIC_IP, properties)));
  }

  private static RecordSet record(String target) {
    return RecordSetReader.read(
        json(
            """
            {'name':'api','type':'Microsoft.Network/dnszones/A','etag':'e',
             'properties':{'TTL':3600,'targetResource':%s}}
            """
                .formatted(target)));
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
