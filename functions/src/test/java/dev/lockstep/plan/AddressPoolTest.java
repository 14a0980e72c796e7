package dev.lockstep.plan;

import static dev.lockstep.plan.Estates.SERVICE;
import static dev.lockstep.plan.Estates.endpoint;
import static dev.lockstep.plan.Estates.proxy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.ApimService.Region;
import dev.lockstep.model.EndpointOptions;
import dev.lockstep.model.EndpointType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pools by address: the rows of ServiceAddresses and {@link RegionChoice}. */
class AddressPoolTest {
  private static final Region NORTH =
      new Region("North Europe", List.of("10.1.1.7", "10.1.1.5"), false);
  private static final String POOL = "pool-api.contoso.com";

  @Test
  void aPoolHoldsTheServicesAddressesSortedAndEachOnce() {
    Estates estates =
        byAddress()
            .reads(
                SERVICE,
                "Succeeded",
                List.of("10.0.1.6", "10.0.1.5", "10.0.1.6"),
                proxy("api.contoso.com"));

    assertThat(Looks.our(estates, "backendAddressPools", POOL).path("backendAddresses"))
        .hasToString("[{\"ipAddress\":\"10.0.1.5\"},{\"ipAddress\":\"10.0.1.6\"}]");
    JsonNode settings =
        Looks.our(estates, "backendHttpSettingsCollection", "settings-api.contoso.com");
    assertThat(settings.path("hostName").asText()).isEqualTo("api.contoso.com");
    assertThat(settings.path("pickHostNameFromBackendAddress").asBoolean(true)).isFalse();
  }

  @Test
  void byNameThePoolHoldsTheHostName() {
    assertThat(Looks.our(Estates.contoso(), "backendAddressPools", POOL).path("backendAddresses"))
        .hasToString("[{\"fqdn\":\"api.contoso.com\"}]");
  }

  @Test
  void aNewAddressReplacesTheOldOne() {
    Estates estates =
        byAddress()
            .converged()
            .reads(SERVICE, "Succeeded", List.of("10.0.1.9"), proxy("api.contoso.com"));

    assertThat(addresses(estates, POOL)).containsExactly("10.0.1.9");
  }

  @Test
  void theOrderInWhichTheGatewayAnswersDoesNotMatter() {
    Estates estates = regions(NORTH).converged();
    for (JsonNode pool : estates.gateway.path("properties").path("backendAddressPools")) {
      if (pool.path("name").asText().equals("ls-lockstep-" + POOL)) {
        ArrayNode members = (ArrayNode) pool.path("properties").path("backendAddresses");
        members.insert(0, members.remove(2));
      }
    }

    assertThat(estates.plan().changes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "                           | 10.0.1.5,10.1.1.5,10.1.1.7",
        "West Europe                | 10.0.1.5",
        "westeurope                 | 10.0.1.5",
        "NORTH EUROPE               | 10.1.1.5,10.1.1.7",
        "northeurope,West Europe    | 10.0.1.5,10.1.1.5,10.1.1.7",
        "northeurope,Mars           | 10.1.1.5,10.1.1.7"
      })
  void theGatewaysOfTheNamedRegionsTakeTraffic(String names, String expected) {
    Estates estates =
        regions(NORTH).with(b -> b.regions(names == null ? new String[0] : names.split(",", -1)));

    assertThat(addresses(estates, POOL)).containsExactly(expected.split(",", -1));
    assertThat(addresses(estates, "pool-management.contoso.com")).containsExactly("10.0.1.5");
    assertThat(estates.plan().blocked()).isEmpty();
  }

  @Test
  void aRegionWhoseGatewayIsSwitchedOffIsLeftOut() {
    Region off = new Region("North Europe", NORTH.privateAddresses(), true);

    assertThat(addresses(regions(off), POOL)).containsExactly("10.0.1.5");
  }

  @Test
  void soIsThePrimaryOneButNotForItsOwnEndpoints() {
    Estates estates = regions(NORTH).service(ServiceEdit::primaryGatewayDisabled);

    assertThat(addresses(estates, POOL)).containsExactly("10.1.1.5", "10.1.1.7");
    assertThat(addresses(estates, "pool-management.contoso.com")).containsExactly("10.0.1.5");
  }

  @Test
  void aRegionThatIsNoneOfTheServicesIsWarnedOf() {
    Estates estates = regions(NORTH).with(b -> b.regions("Mars", "westeurope"));

    assertThat(Looks.warnings(estates))
        .containsExactly(
            "regionUnknown: apim-contoso has no region 'Mars'; its regions are West Europe,"
                + " North Europe");
  }

  @Test
  void whenNoRegionIsLeftTheSiteStays() {
    Estates estates = regions(NORTH).converged().with(b -> b.regions("Mars", "Venus"));

    assertThat(Looks.blocked(estates))
        .containsExactly(
            "regionUnavailable: apim-contoso has no gateway switched on in Mars, Venus; switch"
                + " one on, or change regions");
    assertThat(estates.plan().changes()).isEmpty();
  }

  @Test
  void withEveryGatewaySwitchedOffNothingIsMade() {
    Region off = new Region("North Europe", NORTH.privateAddresses(), true);
    Estates estates = regions(off).service(ServiceEdit::primaryGatewayDisabled);

    assertThat(Looks.blocked(estates))
        .containsExactly(
            "regionUnavailable: apim-contoso has no gateway switched on in any region; switch"
                + " one on, or change regions");
    assertThat(Looks.ours(estates, "backendAddressPools"))
        .containsExactly("pool-management.contoso.com");
  }

  @Test
  void anAddressThatIsNotThereYetIsWaitedFor() {
    Region unborn = new Region("North Europe", List.of(), false);
    Estates estates = regions(NORTH).converged().service(s -> s.regions("West Europe", unborn));

    assertThat(Looks.blocked(estates))
        .containsExactly(
            "addressUnknown: apim-contoso has no private address yet in region 'North Europe';"
                + " wait until it has one, or leave the region out of regions");
    assertThat(estates.plan().changes()).isEmpty();
    assertThat(BlockCode.ADDRESS_UNKNOWN.isPassing()).isTrue();
    assertThat(estates.with(b -> b.regions("westeurope")).plan().blocked()).isEmpty();
  }

  @Test
  void aServiceInInternalModeGetsItsAddressAnotherDoesNot() {
    Estates estates =
        Estates.contoso().reads(SERVICE, "Succeeded", List.of(), proxy("api.contoso.com"));

    assertThat(Looks.blocked(estates))
        .containsExactly(
            "addressUnknown: apim-contoso has no private address yet (virtual network type"
                + " Internal); wait until it has its address; its elements stay as they are");
    assertThat(Looks.blocked(estates.service(s -> s.network("None"))))
        .containsExactly(
            "serviceWithoutAddress: apim-contoso has no private address (virtual network type"
                + " None); put the service into internal mode");
    assertThat(BlockCode.SERVICE_WITHOUT_ADDRESS.isPassing()).isFalse();
  }

  @Test
  void aMemberThatAColleagueAddsIsTakenOut() {
    Estates estates = byAddress().converged();
    for (JsonNode pool : estates.gateway.path("properties").path("backendAddressPools")) {
      if (pool.path("name").asText().equals("ls-lockstep-" + POOL)) {
        ((ObjectNode) pool.path("properties"))
            .withArrayProperty("backendAddresses")
            .addObject()
            .put("ipAddress", "10.6.6.6");
      }
    }

    assertThat(addresses(estates, POOL)).containsExactly("10.0.1.5");
  }

  @Test
  void hostsOfEqualContentHavePoolsOfTheirOwn() {
    Estates estates = byAddress().lists(SERVICE, proxy("a.contoso.com"), proxy("b.contoso.com"));

    assertThat(Looks.ours(estates, "backendAddressPools"))
        .containsExactly("pool-a.contoso.com", "pool-b.contoso.com");
  }

  @Test
  void fromAddressBackToName() {
    Estates estates = byAddress().converged().with(b -> b.options(EndpointOptions.DEFAULT));

    assertThat(Looks.our(estates, "backendAddressPools", POOL).path("backendAddresses"))
        .hasToString("[{\"fqdn\":\"api.contoso.com\"}]");
  }

  private static Estates byAddress() {
    return Estates.contoso().with(b -> b.options(BackendOptions.ADDRESS));
  }

  private static Estates regions(Region... others) {
    return byAddress()
        .lists(
            SERVICE,
            proxy("api.contoso.com"),
            endpoint(EndpointType.MANAGEMENT, "management.contoso.com"))
        .service(s -> s.regions("West Europe", others));
  }

  private static List<String> addresses(Estates estates, String pool) {
    return Looks.our(estates, "backendAddressPools", pool)
        .path("backendAddresses")
        .findValuesAsText("ipAddress");
  }
}
