package dev.lockstep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockstep.model.RecordSet;
import dev.lockstep.model.ResourceId;
import dev.lockstep.reconcile.world.FakeAzure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The letters in which each kind of zone is written. */
class RecordBodyTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void aPrivateRecordSetIsWrittenSmall() throws JsonProcessingException {
    assertThat(asRead(FakeAzure.ZONE, record(Optional.empty(), "10.0.1.5", "10.0.1.6")))
        .isEqualTo(
            JSON.readTree(
                """
                {"properties":{"metadata":{"a":"1","b":"2"},"ttl":300,
                  "aRecords":[{"ipv4Address":"10.0.1.5"},{"ipv4Address":"10.0.1.6"}]}}
                """));
  }

  @Test
  void aPublicRecordSetIsWrittenInCapitals() throws JsonProcessingException {
    assertThat(asRead(FakeAzure.PUBLIC_ZONE, record(Optional.empty(), "20.50.10.30")))
        .isEqualTo(
            JSON.readTree(
                """
                {"properties":{"metadata":{"a":"1","b":"2"},"TTL":300,
                  "ARecords":[{"ipv4Address":"20.50.10.30"}]}}
                """));
  }

  @Test
  void anAliasHasATargetAndNoRecords() throws JsonProcessingException {
    assertThat(asRead(FakeAzure.PUBLIC_ZONE, record(Optional.of(FakeAzure.PUBLIC_IP))))
        .isEqualTo(
            JSON.readTree(
                """
                {"properties":{"metadata":{"a":"1","b":"2"},"TTL":300,
                  "targetResource":{"id":"%s"}}}
                """
                    .formatted(FakeAzure.PUBLIC_IP)));
  }

  /** As it is after the wire, where numbers have no type of their own. */
  private static JsonNode asRead(ResourceId zone, RecordSet record) throws JsonProcessingException {
    return JSON.readTree(RecordBody.of(zone, record).toString());
  }

  private static RecordSet record(Optional<ResourceId> target, String... addresses) {
    return new RecordSet(
        "api",
        "A",
        300,
        List.of(addresses),
        Optional.empty(),
        Map.of("b", "2", "a", "1"),
        false,
        Optional.of("e"),
        target);
  }
}
