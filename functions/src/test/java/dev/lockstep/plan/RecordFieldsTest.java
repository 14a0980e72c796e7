package dev.lockstep.plan;

import static dev.lockstep.plan.DnsEstates.PUBLIC_IP;
import static dev.lockstep.plan.DnsEstates.PUBLIC_ZONE;
import static dev.lockstep.plan.DnsEstates.alias;
import static dev.lockstep.plan.DnsEstates.ours;
import static dev.lockstep.plan.Estates.GATEWAY;
import static dev.lockstep.plan.Estates.SERVICE;
import static dev.lockstep.plan.Estates.ZONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.desire.RecordAnswer;
import dev.lockstep.desire.WantedRecord;
import dev.lockstep.model.RecordSet;
import dev.lockstep.model.ResourceId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What differs between a wanted record set and a standing one. */
class RecordFieldsTest {
  private static final WantedRecord TWO =
      new WantedRecord(
          ZONE, "api", new RecordAnswer.OfService(SERVICE, List.of("10.0.1.6", "10.0.1.5")), 300);
  private static final WantedRecord ALIAS =
      new WantedRecord(PUBLIC_ZONE, "api", new RecordAnswer.Alias(GATEWAY, PUBLIC_IP), 300);

  @Test
  void theOrderOfAddressesAndTheCaseOfIdsAreNoDifference() {
    ResourceId lower =
        new ResourceId(PUBLIC_IP.value().replace("resourceGroups", "resourcegroups"));

    assertThat(differing(TWO, ours("api", "10.0.1.6", "10.0.1.5"))).isEmpty();
    assertThat(differing(ALIAS, alias("api", lower))).isEmpty();
  }

  @Test
  void whatAnAliasAnswersAtTheMomentIsNotOurs() {
    RecordSet resolved = alias("api", PUBLIC_IP);
    RecordSet withAddress =
        new RecordSet(
            "api",
            "A",
            300,
            List.of("20.50.10.30"),
            Optional.empty(),
            resolved.metadata(),
            false,
            resolved.etag(),
            resolved.target());

    assertThat(differing(ALIAS, withAddress)).isEmpty();
  }

  @Test
  void aMissingRecordSetDiffersInAllThatItWillHold() {
    assertThat(shown(RecordFields.differing(TWO, Optional.empty())))
        .containsExactly("addresses: - -> [\"10.0.1.5\",\"10.0.1.6\"]", "ttl: - -> 300");
    assertThat(shown(RecordFields.differing(ALIAS, Optional.empty())))
        .containsExactly("targetResource.id: - -> \"" + PUBLIC_IP + "\"", "ttl: - -> 300");
  }

  @Test
  void eachKindTurnsIntoTheOther() {
    assertThat(shown(differing(TWO, alias("api", PUBLIC_IP))))
        .containsExactly(
            "addresses: [] -> [\"10.0.1.5\",\"10.0.1.6\"]",
            "targetResource.id: \"" + PUBLIC_IP + "\" -> -");
    assertThat(shown(differing(ALIAS, ours("api", "20.50.10.30"))))
        .containsExactly("targetResource.id: - -> \"" + PUBLIC_IP + "\"");
  }

  @Test
  void whatIsLostIsTheAddressesOrTheTarget() {
    assertThat(shown(RecordFields.held(ours("api", "10.0.1.5"))))
        .containsExactly("addresses: [\"10.0.1.5\"] -> -");
    assertThat(shown(RecordFields.held(alias("api", PUBLIC_IP))))
        .containsExactly("targetResource.id: \"" + PUBLIC_IP + "\" -> -");
  }

  @Test
  void anAnswerHoldsEachAddressOnceAndSaysWhereItLeads() {
    RecordAnswer service =
        new RecordAnswer.OfService(SERVICE, List.of("10.0.1.6", "10.0.1.5", "10.0.1.6"));
    RecordAnswer inside = new RecordAnswer.OfFrontend(GATEWAY, false, List.of("10.0.0.2"));
    RecordAnswer outside = new RecordAnswer.OfFrontend(GATEWAY, true, List.of("20.0.0.2"));
    RecordAnswer alias = new RecordAnswer.Alias(GATEWAY, PUBLIC_IP);

    assertThat(service.addresses()).containsExactly("10.0.1.5", "10.0.1.6");
    assertThat(List.of(service, inside, outside, alias))
        .extracting(RecordAnswer::words)
        .containsExactly(
            "the private address of apim-contoso",
            "the private frontend of agw-edge",
            "the public frontend of agw-edge",
            "the public IP pip-agw of agw-edge");
    assertThat(List.of(service, inside, outside, alias))
        .extracting(RecordAnswer::leadsToGateway)
        .containsExactly(false, true, true, true);
    assertThat(alias.addresses()).isEmpty();
    assertThat(inside.target()).isEmpty();
  }

  private static List<FieldChange> differing(WantedRecord wanted, RecordSet standing) {
    return RecordFields.differing(wanted, Optional.of(standing));
  }

  private static List<String> shown(List<FieldChange> fields) {
    return fields.stream()
        .map(
            f ->
                f.path()
                    + ": "
                    + f.before().map(Object::toString).orElse("-")
                    + " -> "
                    + f.after().map(Object::toString).orElse("-"))
        .toList();
  }
}
