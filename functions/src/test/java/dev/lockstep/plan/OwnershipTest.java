package dev.lockstep.plan;

import static dev.lockstep.plan.Estates.SERVICE;
import static dev.lockstep.plan.Estates.binding;
import static dev.lockstep.plan.Estates.proxy;
import static dev.lockstep.plan.Estates.service;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.OwnerRecord;
import dev.lockstep.model.RecordSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whose an element is, by the truth table of the design. */
class OwnershipTest {
  private static final ElementKey PROBE =
      new ElementKey("probes", "ls-lockstep-probe-api.contoso.com");

  @Test
  void whatIsInTheRecordButGoneIsForgotten() {
    Estates estates = Estates.contoso();
    OwnerRecord.Owned owned = new OwnerRecord.Owned(SERVICE, Optional.empty(), "h", false);
    estates.owned = new OwnerRecord(Map.of(new ElementKey("probes", "ls-lockstep-probe-x"), owned));

    assertThat(estates.plan().ownedAfter().elements().keySet())
        .noneMatch(key -> key.name().endsWith("-x"));
  }

  @Test
  void whatWasRemovedByHandIsMadeAgain() {
    Estates estates = Estates.contoso().converged();
    ObjectNode complete = estates.gateway.deepCopy();
    estates.colleague(g -> Estates.remove(g, PROBE));

    Plan plan = estates.plan();

    assertThat(plan.changes()).singleElement().matches(c -> c.kind() == Change.Kind.ADD);
    estates.apply(plan);
    assertThat(probes(estates.gateway)).isEqualTo(probes(complete));
  }

  private static String probes(ObjectNode gateway) {
    return gateway.path("properties").path("probes").toString().replaceAll("W/[^,]*", "");
  }

  @Test
  void thePrefixAloneMakesNothingOurs() {
    Estates estates = Estates.contoso().converged();
    estates.owned = OwnerRecord.EMPTY;
    estates.lists(SERVICE, proxy("other.contoso.com")).after(Duration.ofMinutes(5));

    Plan plan = estates.plan();

    assertThat(plan.changes())
        .filteredOn(c -> c.subject() instanceof Subject.GatewayElement)
        .noneMatch(c -> c.kind() == Change.Kind.REMOVE);
    assertThat(plan.warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.code()).isEqualTo("orphaned");
              assertThat(warning.message()).contains("pool-api.contoso.com");
            });
  }

  @Test
  void aBindingThatIsTakenAwayLeavesItsElements() {
    Estates estates =
        Estates.contoso()
            .bind(binding("other", service("apim-other")))
            .lists(service("apim-other"), proxy("two.contoso.com"))
            .converged();
    estates.bindings.remove("other");
    estates.after(Duration.ofDays(1));

    Plan plan = estates.plan();

    assertThat(plan.isEmpty()).isTrue();
    assertThat(plan.ownedAfter()).isEqualTo(estates.owned);
    assertThat(plan.warnings()).extracting(Warning::code).containsExactly("bindingGone");
  }

  @Test
  void aSharedElementStaysAsLongAsSomebodyUsesIt() {
    Estates estates = Estates.contoso().converged();
    String id = Estates.GATEWAY + "/sslCertificates/ls-lockstep-cert-kv-edge.cert-api-contoso-com";
    estates.colleague(
        g ->
            ((ObjectNode) g.path("properties").path("httpListeners").get(0).path("properties"))
                .putObject("sslCertificate")
                .put("id", id));
    estates.lists(SERVICE, proxy("new.contoso.com")).after(Duration.ofMinutes(5));

    Plan plan = estates.plan();

    assertThat(plan.changes())
        .filteredOn(c -> c.kind() == Change.Kind.REMOVE)
        .hasSize(6)
        .noneMatch(c -> ChangeOrder.key(c.subject()).startsWith("sslcertificates"));
    assertThat(plan.ownedAfter().elements().keySet()).anyMatch(k -> k.name().contains("cert-api"));
  }

  @Test
  void twoServicesShareACertificateAndOneMayLeave() {
    Optional<String> secret = Optional.of("https://kv.vault.azure.net/secrets/wild");
    Estates estates =
        Estates.contoso()
            .bind(binding("other", service("apim-other")))
            .lists(
                SERVICE,
                Estates.endpoint(dev.lockstep.model.EndpointType.PROXY, "a.contoso.com", secret),
                proxy("k.contoso.com"))
            .lists(
                service("apim-other"),
                Estates.endpoint(dev.lockstep.model.EndpointType.PROXY, "b.contoso.com", secret))
            .converged();
    estates.lists(SERVICE, proxy("k.contoso.com")).after(Duration.ofMinutes(5));

    Plan plan = estates.plan();

    assertThat(plan.changes()).hasSize(6).allMatch(c -> c.kind() == Change.Kind.REMOVE);
    estates.apply(plan);
    assertThat(estates.plan().isEmpty()).isTrue();
    assertThat(estates.gateway.toString()).contains("ls-lockstep-cert-kv.wild");
  }

  @Test
  void theRecordOfAnotherInstanceIsForeign() {
    RecordSet theirs =
        new RecordSet(
            "api",
            "A",
            300,
            List.of("10.0.1.5"),
            Optional.empty(),
            Map.of("lockstep-service", SERVICE.key(), "lockstep-instance", "green"),
            false,
            Optional.of("e"));

    assertThat(Estates.contoso().records(theirs).plan().blocked())
        .singleElement()
        .satisfies(
            blocked -> {
              assertThat(blocked.code()).isEqualTo(BlockCode.RECORD_COLLISION);
              assertThat(blocked.reason()).contains("instance 'green'");
            });
  }

  @Test
  void metadataOfOthersOnOurRecordStays() {
    Estates estates = Estates.contoso().converged();
    RecordSet ours = estates.zones.get(Estates.ZONE).asValue().orElseThrow().records().get(0);
    Map<String, String> metadata = new java.util.HashMap<>(ours.metadata());
    metadata.put("cost", "4711");
    estates.records(
        new RecordSet(
            "api", "A", 60, ours.addresses(), Optional.empty(), metadata, false, ours.etag()));

    Plan plan = estates.plan();

    assertThat(plan.records())
        .singleElement()
        .isInstanceOfSatisfying(
            RecordChange.Upsert.class,
            upsert -> {
              assertThat(upsert.ifMatch()).isEqualTo(ours.etag());
              assertThat(upsert.desired().metadata()).containsEntry("cost", "4711").hasSize(3);
            });
  }

  @Test
  void aHostThatMovesToAnotherServiceKeepsItsElements() {
    Estates estates =
        Estates.contoso()
            .lists(SERVICE, proxy("api.contoso.com"), proxy("k.contoso.com"))
            .converged();
    estates
        .bind(binding("other", service("apim-other")))
        .reads(service("apim-other"), "Succeeded", List.of("10.0.2.5"), proxy("api.contoso.com"))
        .lists(SERVICE, proxy("k.contoso.com"));
    for (int look = 0; look < 3; look++) {
      Plan plan = estates.plan();
      assertThat(plan.changes())
          .filteredOn(c -> c.kind() == Change.Kind.REMOVE)
          .noneMatch(c -> c.subject() instanceof Subject.GatewayElement);
      estates.apply(plan);
    }

    assertThat(estates.plan().isEmpty()).isTrue();
    assertThat(estates.owned.of(PROBE).orElseThrow().service()).isEqualTo(service("apim-other"));
    assertThat(estates.zones.get(Estates.ZONE).asValue().orElseThrow().records())
        .anyMatch(r -> r.name().equals("api") && r.addresses().contains("10.0.2.5"));
  }
}
