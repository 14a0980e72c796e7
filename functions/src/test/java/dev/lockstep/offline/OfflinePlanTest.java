package dev.lockstep.offline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.config.Problem;
import dev.lockstep.plan.BlockCode;
import dev.lockstep.plan.Blocked;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.Subject;
import dev.lockstep.plan.Warning;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OfflinePlanTest {
  private static final Path AZURE = Path.of("src/test/resources/azure");
  private static final String AGW = "synthetic/agw-shared-apim-and-foreign.get.json";
  private static final String APIM = "synthetic/apim-internal-multiregion-customdomains.get.json";
  private static final String ID =
      "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg-edge/providers/";
  private static final String ZONE = ID + "Microsoft.Network/privateDnsZones/contoso.com";
  private static final ObjectMapper EXACT =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  static Stream<String> recordedGateways() throws IOException {
    try (Stream<Path> files = Files.list(AZURE.resolve("recorded"))) {
      return files
          .map(f -> "recorded/" + f.getFileName())
          .filter(name -> name.contains("agw-"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("recordedGateways")
  void aRecordedGatewayAloneIsLeftAsItIs(String file) throws IOException {
    OfflineResult result = run(Map.of("gateway.json", text(file)));

    assertThat(result.problems()).isEmpty();
    assertThat(result.exitCode()).isEqualTo(OfflineResult.UNCHANGED);
    List<JsonNode> gateways = gateways(EXACT.readTree(text(file)));
    assertThat(result.planned()).hasSameSizeAs(gateways).isNotEmpty();
    assertThat(result.planned())
        .extracting(planned -> (JsonNode) planned.gateway())
        .containsExactlyInAnyOrderElementsOf(gateways);
  }

  @Test
  void theSharedGatewayHasThreeHandMadeHostsAndRoomForOne() {
    OfflineResult result = run(estate(configuration("'%s'".formatted(ZONE))));

    assertThat(result.problems()).isEmpty();
    assertThat(result.exitCode()).isEqualTo(OfflineResult.BLOCKED);
    Plan plan = result.plans().get(0);
    assertThat(plan.blocked())
        .extracting(Blocked::code)
        .containsExactly(
            BlockCode.LISTENER_COLLISION,
            BlockCode.LISTENER_COLLISION,
            BlockCode.LISTENER_COLLISION);
    assertThat(plan.changes()).hasSize(7);
  }

  @Test
  void whatWouldBePutIsEmptyWhenPlannedAgain() {
    Map<String, String> files = estate(configuration("'%s'".formatted(ZONE)));
    OfflineResult first = run(files);
    files.put("gateway.json", first.planned().get(0).gateway().toString());
    files.put(
        "records.json",
        """
        {"value":[{"id":"%s/A/api-partner","name":"api-partner","etag":"e",
          "type":"Microsoft.Network/privateDnsZones/A","properties":{"ttl":300,
          "aRecords":[{"ipv4Address":"10.0.1.5"},{"ipv4Address":"10.1.1.5"}],
          "metadata":{"lockstep-instance":"lockstep",
          "lockstep-service":"%s"}}}]}
        """
            .formatted(
                ZONE,
                (ID + "Microsoft.ApiManagement/service/apim-contoso")
                    .toLowerCase(java.util.Locale.ROOT)));

    OfflineResult second = run(files);

    assertThat(second.plans().get(0).changes()).isEmpty();
    assertThat(second.plans().get(0).warnings()).isEmpty();
    assertThat(second.notes()).singleElement().asString().contains("6 elements of agw-edge");
  }

  @Test
  void elementsOfTwoFrontendsAndAWildcardAreKnownByTheirNames() {
    String both =
        configuration("'%s'".formatted(ZONE))
            .replace(
                "\"Proxy\":{\"frontend\":\"appGwPublicFrontendIpIPv4\"}",
                "\"Proxy\":{\"frontend\":\"both\",\"redirectHttp\":true,"
                    + "\"probeHost\":\"api.contoso.com\"}");
    Map<String, String> files = estate(both);
    files.put(
        "service.json", text(APIM).replace("\"api-partner.contoso.com\"", "\"*.contoso.com\""));
    Map<String, String> partner = estate(both);
    for (Map<String, String> estate : List.of(files, partner)) {
      OfflineResult first = run(estate);
      assertThat(first.planned()).isNotEmpty();
      estate.put("gateway.json", first.planned().get(0).gateway().toString());

      OfflineResult second = run(estate);

      assertThat(second.plans().get(0).changes())
          .allMatch(change -> change.subject() instanceof Subject.DnsRecord);
      assertThat(second.plans().get(0).warnings())
          .extracting(Warning::code)
          .doesNotContain("orphaned");
    }
  }

  @Test
  void withoutConfigurationTheOnlyServiceIsBoundToTheOnlyGateway() {
    Map<String, String> files = estate("");
    files.remove(OfflinePlan.CONFIGURATION);

    OfflineResult result = run(files);

    assertThat(result.exitCode()).isEqualTo(OfflineResult.BLOCKED);
    assertThat(result.plans().get(0).blocked())
        .extracting(blocked -> blocked.host().orElseThrow().value())
        .containsExactly("api.contoso.com");
    assertThat(result.plans().get(0).changes())
        .isNotEmpty()
        .allSatisfy(change -> assertThat(change.binding()).isEqualTo("default"));
  }

  @Test
  void aServiceWithNothingInTheWayWouldChangeTheGateway() {
    Map<String, String> files = estate("");
    files.remove(OfflinePlan.CONFIGURATION);
    files.put("service.json", text(APIM).replace("\"api.contoso.com\"", "\"new.contoso.com\""));

    assertThat(run(files).exitCode()).isEqualTo(OfflineResult.CHANGED);
  }

  @Test
  void aServiceWithTheTagIsPlannedWithoutABinding() {
    Map<String, String> files = estate(discovery("apim-contoso"));
    files.put("service.json", tagged(ID + "Microsoft.Network/applicationGateways/agw-edge"));

    OfflineResult result = run(files);

    assertThat(result.problems()).isEmpty();
    assertThat(result.notes()).contains("apim-contoso is discovered by its tag");
    assertThat(result.plans().get(0).changes())
        .isNotEmpty()
        .allSatisfy(change -> assertThat(change.binding()).isEqualTo("discovered-apim-contoso"));
  }

  @Test
  void aServiceWithTheTagThatIsNotListedOrWhoseGatewayIsMissingIsNoted() {
    Map<String, String> files = estate(discovery("apim-other"));
    files.put("service.json", tagged(ID + "Microsoft.Network/applicationGateways/agw-edge"));
    assertThat(run(files).notes()).anySatisfy(note -> assertThat(note).contains("is not listed"));
    assertThat(run(files).exitCode()).isEqualTo(OfflineResult.UNCHANGED);

    files.put(OfflinePlan.CONFIGURATION, discovery("apim-contoso"));
    files.put("service.json", tagged(ID + "Microsoft.Network/applicationGateways/agw-two"));
    assertThat(run(files).notes())
        .anySatisfy(note -> assertThat(note).contains("agw-two is in no file"));
    assertThat(run(files).exitCode()).isEqualTo(OfflineResult.UNCHANGED);
  }

  @Test
  void aZoneThatIsInNoFileBlocksItsHosts() {
    Map<String, String> files = estate(configuration("'%s'".formatted(ZONE)));
    files.remove("zone.json");

    assertThat(run(files).plans().get(0).blocked())
        .filteredOn(blocked -> blocked.code() == BlockCode.ZONE_UNREADABLE)
        .hasSize(4)
        .allSatisfy(blocked -> assertThat(blocked.remedy()).contains(ZONE + "/ALL"));
  }

  @Test
  void aPublicZoneIsPlannedFromFilesToo() {
    String zone = ID + "Microsoft.Network/dnszones/contoso.com";
    String publicIp = ID + "Microsoft.Network/publicIPAddresses/pip-agw";
    Map<String, String> files =
        estate(
            configuration("'%s','%s'".formatted(ZONE, zone))
                .replace("\"zones\"", "\"dns\":{\"public\":\"frontend\"},\"zones\""));
    files.put(
        "public-records.json",
        """
        {"value":[{"id":"%s/A/api-partner","name":"api-partner","etag":"e",
          "type":"Microsoft.Network/dnszones/A","properties":{"TTL":60,"ARecords":[],
          "targetResource":{"id":"%s"},"metadata":{}}}]}
        """
            .formatted(zone, publicIp));

    assertThat(run(files).plans().get(0).blocked())
        .filteredOn(b -> b.code() == BlockCode.PUBLIC_ADDRESS_UNREADABLE)
        .isNotEmpty()
        .allSatisfy(
            b ->
                assertThat(b.remedy())
                    .isEqualTo("save the answer of GET " + publicIp + "?api-version=2025-01-01"));
    files.put(
        "pip.json",
        """
        {"id":"%s","properties":{"ipAddress":"20.50.10.30"}}
        """
            .formatted(publicIp));
    Plan plan = run(files).plans().get(0);
    assertThat(plan.blocked())
        .extracting(Blocked::code)
        .contains(BlockCode.RECORD_COLLISION)
        .doesNotContain(BlockCode.PUBLIC_ADDRESS_UNREADABLE);
    files.put("pip.json", "{\"id\":\"%s\",\"properties\":{}}".formatted(publicIp));
    assertThat(run(files).plans().get(0).blocked())
        .filteredOn(b -> b.code() == BlockCode.PUBLIC_ADDRESS_UNREADABLE)
        .isNotEmpty()
        .allSatisfy(
            b ->
                assertThat(b.reason())
                    .isEqualTo("public IP pip-agw: no address has been allocated to it"));
  }

  @Test
  void whatIsMissingOrWrongIsNamed() {
    Map<String, String> files = estate(configuration(""));
    files.remove("service.json");
    files.put("broken.json", "{\"id\": ");
    files.put("other.json", text(AGW).replace("\"Running\"", "\"Stopped\""));

    OfflineResult result = run(files);

    assertThat(result.exitCode()).isEqualTo(OfflineResult.UNUSABLE);
    assertThat(result.planned()).isEmpty();
    assertThat(result.problems())
        .extracting(Problem::path)
        .containsExactly("broken.json", "gateway.json and other.json", "lockstep.json");
    assertThat(result.problems()).allSatisfy(p -> assertThat(p.remedy()).isNotBlank());
  }

  @Test
  void allRecordingsTogetherAreLeftAsTheyAre() throws IOException {
    Map<String, String> files = new HashMap<>();
    try (Stream<Path> recorded = Files.list(AZURE.resolve("recorded"))) {
      recorded.forEach(
          f -> files.put(f.getFileName().toString(), text("recorded/" + f.getFileName())));
    }

    OfflineResult result = run(files);

    assertThat(result.problems()).isEmpty();
    assertThat(result.exitCode()).isEqualTo(OfflineResult.UNCHANGED);
    assertThat(result.notes()).singleElement().asString().contains("no lockstep.json");
  }

  @Test
  void aGatewayThatIsStoppedIsNoted() {
    Map<String, String> files = estate("");
    files.remove(OfflinePlan.CONFIGURATION);
    files.put("gateway.json", text(AGW).replace("\"Running\"", "\"Stopped\""));

    assertThat(run(files).notes()).singleElement().asString().contains("is Stopped");
  }

  @Test
  void noGatewayAtAllIsAProblem() {
    assertThat(run(Map.of("service.json", text(APIM))).problems())
        .extracting(Problem::message)
        .containsExactly("no file holds a gateway");
  }

  @Test
  void aConfigurationWithProblemsNamesThem() {
    assertThat(run(estate("{'bindings':[{'nam':'x'}]}".replace('\'', '"'))).problems())
        .extracting(Problem::path)
        .contains("lockstep.json bindings[0].nam", "lockstep.json bindings[0].service");
  }

  private static String discovery(String service) {
    return """
        {'bindings':[],'discovery':{'scopes':['/subscriptions/11111111-1111-1111-1111-111111111111'],
          'services':['%s'],'frontend':'appGwPublicFrontendIpIPv4'}}
        """
        .formatted(service)
        .replace('\'', '"');
  }

  private static String tagged(String gateway) {
    try {
      ObjectNode service = (ObjectNode) EXACT.readTree(text(APIM));
      service.withObject("tags").put("lockstep-gateway", gateway);
      service.withObject("tags").put("lockstep-zones", ZONE);
      return service.toString().replace("\"api.contoso.com\"", "\"new.contoso.com\"");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static OfflineResult run(Map<String, String> files) {
    return OfflinePlan.run(files, OfflineOptions.at(Instant.parse("2026-11-01T10:00:00Z")));
  }

  private static Map<String, String> estate(String configuration) {
    Map<String, String> files = new HashMap<>();
    files.put("gateway.json", text(AGW));
    files.put("service.json", text(APIM));
    files.put("zone.json", "{\"id\":\"%s\",\"name\":\"contoso.com\"}".formatted(ZONE));
    files.put(OfflinePlan.CONFIGURATION, configuration);
    return files;
  }

  private static String configuration(String zones) {
    return """
        {'bindings':[{'name':'contoso',
          'service':'%1$sMicrosoft.ApiManagement/service/apim-contoso',
          'gateway':'%1$sMicrosoft.Network/applicationGateways/agw-edge','zones':[%2$s],
          'endpoints':{'Proxy':{'frontend':'appGwPublicFrontendIpIPv4'},
            'DeveloperPortal':{'frontend':'appGwPublicFrontendIpIPv4'},
            'Management':{'frontend':'appGwPrivateFrontendIpIPv4'}}}]}
        """
        .formatted(ID, zones)
        .replace('\'', '"');
  }

  private static List<JsonNode> gateways(JsonNode json) {
    if (json.has("interactions")) {
      return json.findParents("resourceGuid").stream()
          .map(properties -> parentOf(json, properties))
          .filter(node -> node.path("id").asText().contains("applicationGateways"))
          .toList();
    }
    return List.of(json.path("response").path("body"));
  }

  private static JsonNode parentOf(JsonNode json, JsonNode properties) {
    return json.findParents("properties").stream()
        .filter(node -> node.path("properties").equals(properties))
        .findFirst()
        .orElseThrow();
  }

  private static String text(String file) {
    try {
      return Files.readString(AZURE.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
