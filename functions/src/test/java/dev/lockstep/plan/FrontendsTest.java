package dev.lockstep.plan;

import static dev.lockstep.plan.Estates.PRIVATE;
import static dev.lockstep.plan.Estates.PUBLIC;
import static dev.lockstep.plan.Estates.SERVICE;
import static dev.lockstep.plan.Estates.endpoint;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.EndpointOptions;
import dev.lockstep.model.EndpointPolicy;
import dev.lockstep.model.EndpointType;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows of {@link FrontendChoice} and {@link DoorChoice}. */
class FrontendsTest {
  private static final String PLAIN = "listener-api.contoso.com";

  @ParameterizedTest
  @CsvSource({
    "public, " + PUBLIC,
    "PUBLIC, " + PUBLIC,
    "private, " + PRIVATE,
    PUBLIC + ", " + PUBLIC,
    "appgwprivatefrontendipipv4, " + PRIVATE
  })
  void oneFrontendHasThePlainName(String configured, String frontend) {
    Estates estates = on(configured);

    assertThat(Looks.ours(estates, "httpListeners")).containsExactly(PLAIN);
    assertThat(frontendOf(estates, PLAIN)).isEqualToIgnoringCase(frontend);
  }

  @Test
  void bothFrontendsShareEverythingButListenerAndRule() {
    Estates estates = on("both");

    assertThat(frontendOf(estates, PLAIN)).isEqualTo(PUBLIC);
    assertThat(frontendOf(estates, PLAIN + "..private")).isEqualTo(PRIVATE);
    assertThat(Looks.ours(estates, "requestRoutingRules"))
        .containsExactly("rule-api.contoso.com", "rule-api.contoso.com..private");
    assertThat(
            Looks.reference(
                Looks.our(estates, "requestRoutingRules", "rule-api.contoso.com..private"),
                "httpListener"))
        .isEqualTo("ls-lockstep-" + PLAIN + "..private");
    for (String shared :
        new String[] {
          "backendAddressPools", "probes", "backendHttpSettingsCollection", "sslCertificates"
        }) {
      assertThat(Looks.ours(estates, shared)).as(shared).hasSize(1);
    }
  }

  @Test
  void theListenerThatStandsKeepsItsNameWhenAnotherFrontendJoins() {
    Estates estates = on("private").converged().with(b -> b.endpoints(proxy("both")));

    assertThat(frontendOf(estates, PLAIN)).isEqualTo(PRIVATE);
    assertThat(frontendOf(estates, PLAIN + "..public")).isEqualTo(PUBLIC);
    assertThat(estates.plan().changes()).hasSize(2);
  }

  @Test
  void theListenerThatStaysKeepsItsNameWhenTheOtherLeaves() {
    Estates estates = on("both").converged().with(b -> b.endpoints(proxy("private")));

    assertThat(Looks.ours(estates, "httpListeners")).containsExactly(PLAIN + "..private");
    assertThat(estates.plan().changes())
        .allSatisfy(change -> assertThat(change.kind()).isEqualTo(Change.Kind.REMOVE))
        .extracting(Change::reason)
        .containsOnly("the configuration of api.contoso.com no longer asks for it")
        .hasSize(2);
    assertThat(estates.converged().with(b -> b.endpoints(proxy("both"))).plan().changes())
        .extracting(Change::kind)
        .containsOnly(Change.Kind.ADD);
    assertThat(frontendOf(estates, PLAIN)).isEqualTo(PUBLIC);
  }

  @Test
  void aSiteThatMovesTakesItsListenerAlong() {
    Estates estates = on("public").converged().with(b -> b.endpoints(proxy("private")));

    assertThat(Looks.ours(estates, "httpListeners")).containsExactly(PLAIN);
    assertThat(frontendOf(estates, PLAIN)).isEqualTo(PRIVATE);
  }

  @ParameterizedTest
  @CsvSource({
    "outside, the gateway has no frontend 'outside'",
    "private, the gateway has no private frontend",
    "both, the gateway has no private frontend"
  })
  void whatIsNotThereIsNotFound(String configured, String reason) {
    Estates estates = on(configured).colleague(FrontendsTest::publicOnly);

    assertThat(Looks.blocked(estates))
        .containsExactly(
            "frontendUnknown: "
                + reason
                + "; name one of "
                + PUBLIC
                + " in endpoints.Proxy.frontend");
    assertThat(estates.plan().changes()).isEmpty();
  }

  @Test
  void severalOfOneKindHaveToBeNamed() {
    Estates estates = on("public").colleague(FrontendsTest::secondPublic);

    assertThat(Looks.blocked(estates))
        .containsExactly(
            "frontendUnknown: the gateway has several public frontends; name one of "
                + PUBLIC
                + ", "
                + PRIVATE
                + ", second in endpoints.Proxy.frontend");
    assertThat(Looks.blocked(on("second").colleague(FrontendsTest::secondPublic))).isEmpty();
  }

  @Test
  void nothingConfiguredMeansTheOnlyOne() {
    EndpointPolicy policy =
        new EndpointPolicy(
            Optional.empty(),
            "/status",
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            8,
            Duration.ofSeconds(1),
            false);
    Estates estates = Estates.contoso().with(b -> b.endpoints(Map.of(EndpointType.PROXY, policy)));

    assertThat(Looks.blocked(estates))
        .containsExactly(
            "frontendUnknown: the gateway has several frontends, and none is named; name one of "
                + PUBLIC
                + ", "
                + PRIVATE
                + " in endpoints.Proxy.frontend");
    assertThat(frontendOf(estates.colleague(FrontendsTest::publicOnly), PLAIN)).isEqualTo(PUBLIC);
  }

  @Test
  void aPublicFrontendIsNotFoundByTheNamePrivate() {
    Estates estates =
        on("private")
            .colleague(FrontendsTest::publicOnly)
            .colleague(g -> ((ObjectNode) frontends(g).get(0)).put("name", "private"));

    assertThat(estates.plan().blocked())
        .extracting(Blocked::code)
        .containsExactly(BlockCode.FRONTEND_UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "MANAGEMENT, both, false, true",
    "MANAGEMENT, public, false, true",
    "MANAGEMENT, both, true, false",
    "MANAGEMENT, private, false, false",
    "SCM, both, false, true",
    "CONFIGURATION_API, both, false, true",
    "DEVELOPER_PORTAL, both, false, false",
    "PROXY, both, false, false"
  })
  void whatControlsTheServiceStaysInside(
      EndpointType type, String frontend, boolean allowed, boolean blocked) {
    EndpointPolicy policy = Estates.policy(frontend, "/status", 30, 120);
    EndpointPolicy allowing =
        new EndpointPolicy(
            policy.frontend(),
            policy.probePath(),
            policy.probeInterval(),
            policy.probeTimeout(),
            policy.unhealthyThreshold(),
            policy.requestTimeout(),
            allowed);
    Estates estates =
        Estates.contoso()
            .with(b -> b.endpoints(Map.of(type, allowing)))
            .lists(SERVICE, endpoint(type, "x.contoso.com"));

    assertThat(Looks.blocked(estates))
        .isEqualTo(
            blocked
                ? java.util.List.of(
                    "frontendPublic: frontend '"
                        + PUBLIC
                        + "' is public, and "
                        + type.wireName()
                        + " controls the service; name a private frontend, or set allowPublic for"
                        + " this endpoint type")
                : java.util.List.of());
    assertThat(estates.plan().changes().isEmpty()).isEqualTo(blocked);
  }

  @Test
  void aForeignListenerOnOneOfBothFrontendsIsInTheWay() {
    Estates estates =
        on("both")
            .lists(SERVICE, Estates.proxy("shop.contoso.com"))
            .with(b -> b.endpoints(proxy("both")));

    assertThat(estates.plan().blocked())
        .extracting(Blocked::code)
        .containsExactly(BlockCode.LISTENER_COLLISION);
    assertThat(estates.with(b -> b.endpoints(proxy("private"))).plan().blocked()).isEmpty();
  }

  private static Estates on(String frontend) {
    return Estates.contoso().with(b -> b.endpoints(proxy(frontend)));
  }

  private static Map<EndpointType, EndpointPolicy> proxy(String frontend) {
    return Looks.on(EndpointType.PROXY, frontend, EndpointOptions.DEFAULT);
  }

  private static String frontendOf(Estates estates, String listener) {
    return Looks.reference(
        Looks.our(estates, "httpListeners", listener), "frontendIPConfiguration");
  }

  private static ArrayNode frontends(ObjectNode gateway) {
    return (ArrayNode) gateway.path("properties").path("frontendIPConfigurations");
  }

  private static void publicOnly(ObjectNode gateway) {
    frontends(gateway).remove(1);
  }

  private static void secondPublic(ObjectNode gateway) {
    ObjectNode second = frontends(gateway).get(0).deepCopy();
    second.put("name", "second").put("id", Estates.GATEWAY + "/frontendIPConfigurations/second");
    frontends(gateway).add(second);
  }
}
