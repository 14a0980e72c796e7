package dev.lockstep.offline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.ElementKey;
import dev.lockstep.plan.Blocked;
import dev.lockstep.plan.Change;
import dev.lockstep.plan.Foreign;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Gateways of others, as they are, with a binding for a host name that none of them has. */
class UnseenGatewaysTest {
  private static final Path AZURE = Path.of("src/test/resources/azure");
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final String GROUP =
      "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg-edge/providers/";
  private static final String SERVICE = GROUP + "Microsoft.ApiManagement/service/apim-contoso";
  private static final String ZONE = GROUP + "Microsoft.Network/privateDnsZones/contoso.com";

  static Stream<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder : List.of("recorded", "synthetic", "official", "handmade")) {
      try (Stream<Path> some = Files.list(AZURE.resolve(folder))) {
        some.filter(file -> !gateways(file).isEmpty()).sorted().forEach(files::add);
      }
    }
    return files.stream();
  }

  @Test
  void thereAreSomeOfEveryKind() throws IOException {
    assertThat(files().map(file -> file.getParent().getFileName().toString()).distinct())
        .containsExactly("recorded", "synthetic", "official", "handmade");
    assertThat(files()).hasSizeGreaterThan(20);
  }

  @ParameterizedTest
  @MethodSource("files")
  void thePlanHarmsNobodyAndIsDoneOnceWritten(Path file) {
    for (ObjectNode gateway : gateways(file)) {
      for (ObjectNode document : List.of(gateway, numbered(gateway))) {
        OfflineResult result = plan(document, "new-host.contoso.com");

        assertThat(result.problems()).isEmpty();
        assertThat(result.notes())
            .filteredOn(note -> note.startsWith("would not be written"))
            .allMatch(
                note ->
                    note.matches(
                        "(?s).*( is Updating;| is Stopped;|ingress|Terraform manages it whole).*"));
        Plan plan = result.planned().get(0).plan();
        ObjectNode after = result.planned().get(0).gateway();
        Set<ElementKey> ours = plan.ownedAfter().elements().keySet();
        assertThat(Foreign.in(after, ours)).isEqualTo(Foreign.in(document, ours));
        assertThat(plan.gatewayBody().isPresent()).isEqualTo(plan.blocked().isEmpty());
        assertThat(gatewayChanges(plan(after, "new-host.contoso.com"))).isEmpty();
        // Every digit as it was read: 2.50 is not 2.5.
        assertThat(after.path("futureTop").toString())
            .isEqualTo(document.path("futureTop").toString());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "recorded/agw-v1-urlpathmap.get.200.json,                      new.contoso.com,  gatewayTier",
    "recorded/agw-v2-waf.get.200.json,                             new.contoso.com,  priorityMissing",
    "recorded/agw-v2-trustedroot.get.200.json,                     new.contoso.com,  priorityMissing",
    "synthetic/agw-shared-apim-and-foreign.get.json,               new.contoso.com,  ''",
    "official/agw-get.2024-01-01.body.json,                        new.contoso.com,  gatewayTier",
    "handmade/terraform-made.json,                                 new.contoso.com,  ''",
    "handmade/terraform-made.json,                                 d.contoso.com,    listenerCollision",
    "handmade/terraform-made.json,                                 x.b.contoso.com,  claimMissing",
    "handmade/terraform-made.json,                                 cc.contoso.com,   claimMissing",
    "handmade/agic-made.json,                                      new.contoso.com,  ''",
    "handmade/agic-made.json,                                      WEB.contoso.com,  listenerCollision",
    "handmade/nulls-and-odd-cases.json,                            new.contoso.com,  ''",
    "handmade/nulls-and-odd-cases.json,                            shop.contoso.com, listenerCollision",
    "handmade/tcp-proxy-and-unknown-collections.json,              new.contoso.com,  ''",
    "handmade/rules-without-priority.json,                         new.contoso.com,  priorityMissing",
    "handmade/dangling-and-incomplete.json,                        new.contoso.com,  ''",
    "handmade/portal-made-basic-listener-only.json,                new.contoso.com,  priorityExhausted"
  })
  void theHostIsPublishedOrBlockedForOneReason(String file, String host, String code) {
    Plan plan = plan(gateways(AZURE.resolve(file)).get(0), host).planned().get(0).plan();

    assertThat(plan.blocked().stream().map(Blocked::code).map(c -> c.wireName()))
        .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
    assertThat(plan.gatewayBody().isPresent()).isEqualTo(code.isEmpty());
  }

  private static List<Change> gatewayChanges(OfflineResult result) {
    return result.planned().get(0).plan().changes().stream()
        .filter(change -> change.subject() instanceof Subject.GatewayElement)
        .toList();
  }

  private static OfflineResult plan(ObjectNode gateway, String host) {
    Map<String, String> files = new HashMap<>();
    files.put("gateway.json", gateway.toString());
    files.put("service.json", service(host));
    files.put("zone.json", "{\"id\":\"%s\",\"name\":\"contoso.com\"}".formatted(ZONE));
    ObjectNode configuration = MAPPER.createObjectNode();
    ObjectNode binding = configuration.putArray("bindings").addObject();
    binding.put("name", "edge").put("service", SERVICE);
    binding.put("gateway", gateway.path("id").asText()).putArray("zones").add(ZONE);
    binding.putObject("endpoints").putObject("Proxy").put("frontend", frontend(gateway));
    files.put(OfflinePlan.CONFIGURATION, configuration.toString());
    return OfflinePlan.run(files, OfflineOptions.at(Instant.parse("2026-11-01T10:00:00Z")));
  }

  private static String frontend(ObjectNode gateway) {
    return gateway
        .path("properties")
        .path("frontendIPConfigurations")
        .path(0)
        .path("name")
        .asText();
  }

  private static String service(String host) {
    ObjectNode service =
        read(AZURE.resolve("synthetic/apim-internal-multiregion-customdomains.get.json"))
            .deepCopy();
    ObjectNode properties = service.withObjectProperty("properties");
    properties
        .putArray("hostnameConfigurations")
        .addObject()
        .put("type", "Proxy")
        .put("hostName", host)
        .put("keyVaultId", "https://kv-edge.vault.azure.net/secrets/new");
    return service.put("id", SERVICE).toString();
  }

  /** The same after the update by which the service gives every rule a number. */
  private static ObjectNode numbered(ObjectNode gateway) {
    ObjectNode copy = gateway.deepCopy();
    Set<Integer> used = new LinkedHashSet<>();
    copy.path("properties")
        .path("requestRoutingRules")
        .forEach(rule -> used.add(rule.path("properties").path("priority").asInt()));
    int next = 100;
    for (JsonNode rule : copy.path("properties").path("requestRoutingRules")) {
      boolean missing = !rule.path("properties").path("priority").isNumber();
      if (missing && rule.path("properties") instanceof ObjectNode properties) {
        while (used.contains(next)) {
          next++;
        }
        properties.put("priority", next++);
      }
    }
    return copy;
  }

  private static List<ObjectNode> gateways(Path file) {
    Map<String, ObjectNode> found = new HashMap<>();
    collect(read(file), found);
    return found.values().stream().toList();
  }

  private static void collect(JsonNode node, Map<String, ObjectNode> found) {
    if (node instanceof ObjectNode object
        && object.path("type").asText().endsWith("applicationGateways")
        && object.path("properties").has("frontendIPConfigurations")) {
      found.put(object.path("id").asText(), object);
    } else if (node instanceof ArrayNode || node instanceof ObjectNode) {
      node.forEach(child -> collect(child, found));
    }
  }

  private static ObjectNode read(Path file) {
    try {
      return (ObjectNode) MAPPER.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
