package dev.lockstep.plan;

import static dev.lockstep.plan.Estates.SERVICE;
import static dev.lockstep.plan.Estates.binding;
import static dev.lockstep.plan.Estates.proxy;
import static dev.lockstep.plan.Estates.service;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.guard.Guards;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.Endpoint;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.InstanceId;
import dev.lockstep.model.RecordSet;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Two installations on one gateway and in one zone: each looks after its own, and they agree. */
class InstancesProperties {
  private static final int TRIES = 12;

  @Provide
  Arbitrary<Set<String>> labels() {
    return Scenario.labels(4);
  }

  @Property(tries = TRIES)
  void inTurnTheyComeToRestAndTouchNothingOfEachOther(
      @ForAll("labels") Set<String> blueFirst,
      @ForAll("labels") Set<String> greenFirst,
      @ForAll("labels") Set<String> blueThen,
      @ForAll("labels") Set<String> greenThen,
      @ForAll boolean withPort) {
    Estates blue = blue(withPort);
    Estates green = green();
    list(blue, SERVICE, blueFirst);
    list(green, service("apim-other"), greenFirst);
    rest(blue, green);
    list(blue, SERVICE, blueThen);
    list(green, service("apim-other"), greenThen);
    rest(blue, green);

    assertThat(blue.owned.elements().keySet()).noneMatch(green.owned::owns);
    GatewayDocument document = GatewayDocument.of(blue.gateway);
    assertThat(blue.owned.elements().keySet()).allMatch(k -> document.element(k).isPresent());
    assertThat(green.owned.elements().keySet()).allMatch(k -> document.element(k).isPresent());
  }

  /** Both plan in turn until neither has anything to do. */
  private static void rest(Estates blue, Estates green) {
    green.gateway = blue.gateway;
    green.zones.putAll(blue.zones);
    boolean atRest = false;
    for (int round = 0; round < 6 && !atRest; round++) {
      boolean blueRests = turn(blue, green);
      atRest = turn(green, blue) && blueRests;
    }
    assertThat(atRest).as("both have come to rest").isTrue();
  }

  private static boolean turn(Estates mine, Estates theirs) {
    mine.gateway = theirs.gateway;
    mine.zones.putAll(theirs.zones);
    mine.after(Duration.ofMinutes(5));
    Plan plan = mine.plan();
    assertThat(Guards.check(plan, mine.input())).isEmpty();
    assertThat(plan.ownedAfter().elements().keySet()).noneMatch(theirs.owned::owns);
    List<RecordSet> before = marked(theirs);
    plan.gatewayBody()
        .map(GatewayDocument::of)
        .ifPresent(
            after -> {
              GatewayDocument was = GatewayDocument.of(mine.gateway);
              for (ElementKey key : theirs.owned.elements().keySet()) {
                assertThat(after.element(key)).isEqualTo(was.element(key));
              }
            });
    boolean nothing = plan.isEmpty() && plan.pending().isEmpty();
    mine.apply(plan);
    theirs.gateway = mine.gateway;
    theirs.zones.putAll(mine.zones);
    assertThat(marked(theirs)).containsExactlyInAnyOrderElementsOf(before);
    return nothing;
  }

  private static List<RecordSet> marked(Estates estates) {
    return estates.zones.get(Estates.ZONE).asValue().orElseThrow().records().stream()
        .filter(
            record ->
                record
                    .metadata()
                    .getOrDefault("lockstep-instance", "")
                    .equals(estates.instance.value()))
        .toList();
  }

  @Example
  void aPortThatTheOtherUsesStaysWhenItsMakerLeaves() {
    Estates blue = blue(false);
    Estates green = green();
    rest(blue, green);
    assertThat(green.gateway.toString()).contains("ls-lockstep-port-443");
    assertThat(green.owned.elements().keySet())
        .noneMatch(k -> k.collection().equals("frontendPorts"));
    blue.lists(SERVICE);

    Plan leaving = Planner.plan(blue.input().withRemovalsConfirmed());

    assertThat(leaving.changes()).hasSize(7);
    assertThat(Guards.check(leaving, blue.input().withRemovalsConfirmed())).isEmpty();
    blue.apply(leaving);
    assertThat(blue.gateway.toString()).contains("ls-lockstep-port-443");
    assertThat(blue.owned.elements().keySet())
        .containsExactly(new ElementKey("frontendPorts", "ls-lockstep-port-443"));
    green.gateway = blue.gateway;
    green.zones.putAll(blue.zones);
    assertThat(green.plan().isEmpty()).isTrue();
  }

  @Example
  void aCertificateThatTheOthersListenerUsesStays() {
    Estates blue = blue(true).lists(SERVICE, proxy("api.contoso.com"), proxy("k.contoso.com"));
    Estates green = green();
    rest(blue, green);
    String cert =
        Estates.GATEWAY + "/sslCertificates/ls-lockstep-cert-kv-edge.cert-api-contoso-com";
    blue.colleague(
        HandMadeEstates.editing(
            new ElementKey("httpListeners", "ls-green-listener-other.contoso.com"),
            l -> l.putObject("sslCertificate").put("id", cert)));
    blue.lists(SERVICE, proxy("k.contoso.com")).after(Duration.ofMinutes(5));

    Plan leaving = blue.plan();

    assertThat(leaving.changes()).hasSize(6);
    assertThat(Guards.check(leaving, blue.input())).isEmpty();
    blue.apply(leaving);
    rest(blue, green);
    assertThat(blue.gateway.toString()).doesNotContain("ls-lockstep-cert-kv-edge.cert-api-contoso");
  }

  @Example
  void aHostNameThatBothWantStaysWithTheFirst() {
    Estates blue = blue(true);
    Estates green = green().lists(service("apim-other"), proxy("api.contoso.com"));
    blue.apply(blue.plan());
    green.gateway = blue.gateway;
    green.zones.putAll(blue.zones);

    Plan second = green.plan();

    assertThat(second.isEmpty()).isTrue();
    assertThat(second.blocked())
        .extracting(Blocked::code)
        .contains(BlockCode.LISTENER_COLLISION)
        .isSubsetOf(BlockCode.LISTENER_COLLISION, BlockCode.RECORD_COLLISION);
  }

  private static Estates blue(boolean withPort) {
    Estates blue = Estates.contoso();
    if (!withPort) {
      blue.colleague(InstancesProperties::noPort);
    }
    return blue;
  }

  private static Estates green() {
    Estates green = Estates.contoso();
    green.bindings.clear();
    green.instance = new InstanceId("green");
    return green
        .bind(binding("other", service("apim-other")))
        .lists(service("apim-other"), proxy("other.contoso.com"));
  }

  private static void list(
      Estates estates, dev.lockstep.model.ResourceId service, Set<String> labels) {
    // One host name stays, so that the service never lists nothing.
    String name = estates.instance.value();
    estates.lists(
        service,
        java.util.stream.Stream.concat(java.util.stream.Stream.of("stays-" + name), labels.stream())
            .map(label -> proxy(label + ".contoso.com"))
            .toArray(Endpoint[]::new));
    for (dev.lockstep.model.Binding b : List.copyOf(estates.bindings.values())) {
      estates.bind(
          new Estates.BindingEdit(b)
              .policy(
                  dev.lockstep.model.DeletePolicy.SYNC, new dev.lockstep.model.DeleteCap(50, 100))
              .binding());
    }
  }

  private static void noPort(ObjectNode gateway) {
    ArrayNode ports = (ArrayNode) gateway.path("properties").path("frontendPorts");
    for (int i = ports.size() - 1; i >= 0; i--) {
      if (ports.get(i).path("properties").path("port").asInt() == 443) {
        ports.remove(i);
      }
    }
    for (var listener : gateway.path("properties").path("httpListeners")) {
      if (listener.path("properties").path("frontendPort").path("id").asText().endsWith("443")) {
        ((ObjectNode) listener.path("properties").path("frontendPort"))
            .put("id", Estates.GATEWAY + "/frontendPorts/port_8443");
      }
    }
  }
}
