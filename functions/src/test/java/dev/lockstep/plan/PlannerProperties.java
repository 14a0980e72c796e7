package dev.lockstep.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.guard.Guards;
import dev.lockstep.model.ApimService;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.Endpoint;
import dev.lockstep.model.Reading;
import dev.lockstep.model.RecordSet;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.Zone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every world. */
class PlannerProperties {
  private static final int TRIES = 60;

  @Provide
  Arbitrary<Scenario> scenarios() {
    return Scenario.any();
  }

  @Provide
  Arbitrary<Set<String>> labels() {
    return Scenario.labels(5);
  }

  @Property(tries = TRIES)
  void appliedThenPlannedIsEmpty(@ForAll("scenarios") Scenario scenario) {
    Estates estates = scenario.estates();
    Plan first = estates.plan();

    estates.apply(first);
    Plan second = estates.plan();

    assertThat(second.changes()).isEmpty();
    assertThat(second.blocked()).isEqualTo(first.blocked());
    assertThat(second.ownedAfter()).isEqualTo(first.ownedAfter());
  }

  @Property(tries = TRIES)
  void aChangeOfHostsConvergesAndPassesTheGuards(
      @ForAll("scenarios") Scenario scenario,
      @ForAll("labels") Set<String> first,
      @ForAll("labels") Set<String> second) {
    Estates estates = scenario.estates().converged();
    Scenario.list(estates, first, second);
    estates.after(Duration.ofMinutes(5));

    Plan plan = estates.plan();
    assertThat(Guards.check(plan, estates.input())).isEmpty();
    estates.apply(plan);

    assertThat(estates.plan().changes()).isEmpty();
  }

  @Property(tries = TRIES)
  void foreignElementsKeepValueAndOrder(
      @ForAll("scenarios") Scenario scenario, @ForAll("labels") Set<String> then) {
    Estates estates = scenario.estates();
    for (int round = 0; round < 2; round++) {
      Plan plan = estates.plan();
      ObjectNode before = estates.gateway;
      Set<ElementKey> ours = new HashSet<>(estates.owned.elements().keySet());
      ours.addAll(plan.ownedAfter().elements().keySet());
      plan.gatewayBody()
          .ifPresent(body -> assertThat(foreign(body, ours)).isEqualTo(foreign(before, ours)));
      estates.apply(plan);
      Scenario.list(estates, then, Set.of("b"));
      estates.after(Duration.ofMinutes(5));
    }
  }

  @Property(tries = TRIES)
  void everyReferenceResolves(@ForAll("scenarios") Scenario scenario) {
    Plan plan = scenario.estates().plan();

    plan.gatewayBody()
        .ifPresent(
            body -> {
              Set<String> ids = new HashSet<>();
              Scenario.collections(body).forEach(c -> c.forEach(e -> ids.add(lower(e.path("id")))));
              Scenario.collections(body)
                  .forEach(
                      collection ->
                          collection.forEach(
                              element -> {
                                if (element.path("name").asText().startsWith("ls-")) {
                                  Set<String> dangling =
                                      new HashSet<>(
                                          element.path("properties").findParents("id").stream()
                                              .map(reference -> lower(reference.path("id")))
                                              .toList());
                                  dangling.removeAll(ids);
                                  assertThat(dangling).isEmpty();
                                }
                              }));
            });
  }

  @Property(tries = TRIES)
  void namesAndPrioritiesAreUnique(@ForAll("scenarios") Scenario scenario) {
    Estates estates = scenario.estates();
    estates
        .plan()
        .gatewayBody()
        .ifPresent(
            body -> {
              for (ArrayNode collection : Scenario.collections(body)) {
                assertThat(
                        collection.findValuesAsText("name").stream()
                            .map(n -> n.toLowerCase(Locale.ROOT)))
                    .as("names of a collection")
                    .filteredOn(name -> name.startsWith("ls-"))
                    .doesNotHaveDuplicates()
                    .allSatisfy(name -> assertThat(name).hasSizeLessThanOrEqualTo(80));
              }
              List<Integer> priorities = new ArrayList<>();
              for (JsonNode rule : body.path("properties").path("requestRoutingRules")) {
                if (rule.path("name").asText().startsWith("ls-")) {
                  priorities.add(rule.path("properties").path("priority").asInt());
                }
              }
              assertThat(priorities).doesNotHaveDuplicates().allMatch(p -> p >= 1 && p <= 20000);
            });
  }

  @Property(tries = TRIES)
  void theOrderOfInputDoesNotMatter(@ForAll("scenarios") Scenario scenario, @ForAll long seed) {
    Estates straight = scenario.estates();
    Estates shuffled = scenario.estates();
    shuffle(shuffled, new Random(seed));

    Plan one = straight.plan();
    Plan other = shuffled.plan();

    assertThat(other.changes()).isEqualTo(one.changes());
    assertThat(other.blocked()).isEqualTo(one.blocked());
    assertThat(other.warnings()).isEqualTo(one.warnings());
    assertThat(other.records()).isEqualTo(one.records());
    assertThat(other.ownedAfter()).isEqualTo(one.ownedAfter());
    assertThat(other.hash()).isEqualTo(one.hash());
  }

  @Property(tries = TRIES)
  void whatAzureAddsAndTheCaseOfIdsDoNotMatter(@ForAll("scenarios") Scenario scenario)
      throws java.io.IOException {
    Estates plain = scenario.estates();
    Estates noisy = scenario.estates();
    noisy.gateway = lowerIds(Applied.asRead(noisy.gateway));

    assertThat(noisy.plan().hash()).isEqualTo(plain.plan().hash());
    plain.converged();
    plain.gateway = lowerIds(plain.gateway);
    assertThat(plain.plan().changes()).isEmpty();
  }

  private static ObjectNode lowerIds(ObjectNode gateway) throws java.io.IOException {
    return (ObjectNode)
        Json.MAPPER.readTree(gateway.toString().replace("/resourceGroups/", "/resourcegroups/"));
  }

  @Property(tries = TRIES)
  void whenAllLeaveNothingOfOursStays(@ForAll("scenarios") Scenario scenario) {
    Estates estates = scenario.estates();
    ObjectNode before = Applied.asRead(estates.gateway);
    estates.converged();
    Scenario.list(estates, Set.of(), Set.of());

    estates.apply(Planner.plan(estates.input().withRemovalsConfirmed()));

    assertThat(estates.owned.elements()).isEmpty();
    assertThat(estates.gateway.toString()).doesNotContain("\"ls-lockstep-");
    assertThat(estates.zones.get(Estates.ZONE).asValue().orElseThrow().records())
        .noneMatch(record -> record.metadata().containsKey("lockstep-instance"));
    assertThat(foreign(Applied.asRead(estates.gateway), Set.of()))
        .isEqualTo(foreign(before, Set.of()));
  }

  @Property(tries = TRIES)
  void aColleaguesEditOfOursIsPutRight(@ForAll("scenarios") Scenario scenario, @ForAll long seed) {
    Estates estates = scenario.estates().converged();
    ObjectNode right = estates.gateway.deepCopy();
    spoil(estates, new Random(seed));

    estates.converged();

    assertThat(foreign(estates.gateway, Set.of())).isEqualTo(foreign(right, Set.of()));
  }

  /** Removes one owned element's property, or changes its texts and numbers. */
  private static void spoil(Estates estates, Random random) {
    List<ElementKey> owned = Applied.owned(estates);
    if (owned.isEmpty()) {
      return;
    }
    ElementKey key = owned.get(random.nextInt(owned.size()));
    for (JsonNode element : estates.gateway.path("properties").path(key.collection())) {
      if (element.path("name").asText().equals(key.name())) {
        ObjectNode properties = (ObjectNode) element.path("properties");
        for (String field :
            List.of("path", "requestTimeout", "hostName", "keyVaultSecretId", "data", "interval")) {
          if (properties.has(field)) {
            properties.set(
                field,
                properties.path(field).isNumber()
                    ? properties.numberNode(1)
                    : properties.textNode("spoiled"));
          }
        }
        if (properties.has("backendAddresses")) {
          properties.putArray("backendAddresses").addObject().put("ipAddress", "10.6.6.6");
        }
        if (properties.has("ruleType")) {
          properties.put("ruleType", "PathBasedRouting").putObject("urlPathMap").put("id", "x");
        }
      }
    }
  }

  private static void shuffle(Estates estates, Random random) {
    Scenario.collections(estates.gateway)
        .forEach(
            collection -> {
              List<JsonNode> elements = new ArrayList<>();
              collection.forEach(elements::add);
              Collections.shuffle(elements, random);
              collection.removeAll().addAll(elements);
            });
    for (ResourceId id : List.copyOf(estates.services.keySet())) {
      ApimService s = estates.services.get(id).asValue().orElseThrow();
      List<Endpoint> endpoints = new ArrayList<>(s.endpoints());
      Collections.shuffle(endpoints, random);
      estates.services.put(
          id,
          Reading.known(
              new ApimService(
                  new ResourceId(s.id().value().replace("rg-edge", "RG-Edge")),
                  s.provisioningState(),
                  s.virtualNetworkType(),
                  s.privateAddresses(),
                  endpoints,
                  s.regions(),
                  s.unknownTypes())));
    }
    List<RecordSet> records =
        new ArrayList<>(estates.zones.get(Estates.ZONE).asValue().orElseThrow().records());
    Collections.shuffle(records, random);
    estates.zones.put(Estates.ZONE, Reading.known(new Zone(Estates.ZONE, records)));
  }

  /** The document without our elements and without entity tags; empty collections left out. */
  private static JsonNode foreign(ObjectNode document, Set<ElementKey> ours) {
    ObjectNode copy = document.deepCopy();
    copy.remove("etag");
    List<String> empty = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : copy.path("properties").properties()) {
      if (entry.getValue() instanceof ArrayNode collection) {
        for (int i = collection.size() - 1; i >= 0; i--) {
          if (collection.get(i) instanceof ObjectNode element) {
            element.remove("etag");
            if (ours.contains(new ElementKey(entry.getKey(), element.path("name").asText()))) {
              collection.remove(i);
            }
          }
        }
        if (collection.isEmpty()) {
          empty.add(entry.getKey());
        }
      }
    }
    ((ObjectNode) copy.path("properties")).remove(empty);
    return copy;
  }

  private static String lower(JsonNode id) {
    return id.asText().toLowerCase(Locale.ROOT);
  }
}
