package dev.lockstep.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.ApimService;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.Endpoint;
import dev.lockstep.model.EndpointType;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.HostName;
import dev.lockstep.model.Observation;
import dev.lockstep.model.OwnerRecord;
import dev.lockstep.model.ReadFailure;
import dev.lockstep.model.Reading;
import dev.lockstep.signal.Estate;
import dev.lockstep.signal.VaultObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CertificateIndexTest {
  private static final String SECRETS = "https://kv-edge.vault.azure.net/secrets/";

  private final MemoryBlobs blobs = new MemoryBlobs();
  private final List<LogLine> warnings = new ArrayList<>();
  private final CertificateIndex index = new CertificateIndex(blobs, warnings::add);

  @Test
  @DisplayName("a target that nobody has observed is not known")
  void notKnown() {
    assertThat(index.of(Estate.EDGE)).isEmpty();
  }

  @Test
  @DisplayName("certificates of the service and of our own listeners are learned, not of others'")
  void learned() throws JsonProcessingException {
    index.learn(observation(Reading.known(service(SECRETS + "cert-api"))));

    assertThat(index.of(Estate.EDGE))
        .contains(
            Set.of(VaultObject.of("kv-edge", "cert-api"), VaultObject.of("kv-edge", "cert-ours")));
  }

  @Test
  @DisplayName("another worker reads what one has learned")
  void shared() throws JsonProcessingException {
    index.learn(observation(Reading.known(service(SECRETS + "cert-api"))));

    assertThat(new CertificateIndex(blobs, warnings::add).of(Estate.EDGE))
        .isEqualTo(index.of(Estate.EDGE));
  }

  @Test
  @DisplayName("what has not changed is not written again, by this worker or by another")
  void idle() throws JsonProcessingException {
    Observation seen = observation(Reading.known(service(SECRETS + "cert-api")));
    index.learn(seen);
    index.learn(seen);
    new CertificateIndex(blobs, warnings::add).learn(seen);
    assertThat(blobs.writes()).isEqualTo(1);

    index.learn(observation(Reading.known(service(SECRETS + "cert-new"))));
    assertThat(blobs.writes()).isEqualTo(2);
  }

  @Test
  @DisplayName("an observation that is not complete says nothing")
  void incomplete() throws JsonProcessingException {
    index.learn(
        observation(
            Reading.unread(ReadFailure.of(ReadFailure.Kind.UNAVAILABLE, "no answer", "wait"))));

    assertThat(index.of(Estate.EDGE)).isEmpty();
    assertThat(blobs.writes()).isZero();
  }

  @Test
  @DisplayName("no certificate at all is known too")
  void none() throws JsonProcessingException {
    ApimService bare =
        new ApimService(
            Estate.SERVICE, "Succeeded", "Internal", List.of(), List.of(), List.of(), List.of());
    Observation seen = observation(Reading.known(bare));
    index.learn(
        new Observation(
            seen.at(),
            seen.gatewayId(),
            seen.gateway(),
            seen.services(),
            seen.zones(),
            OwnerRecord.EMPTY));

    assertThat(index.of(Estate.EDGE)).contains(Set.of());
  }

  @Test
  @DisplayName("when storage is out of reach nothing is known, and a run goes on")
  void outOfReach() throws JsonProcessingException {
    Observation seen = observation(Reading.known(service(SECRETS + "cert-api")));
    blobs.outOfReach(true);

    index.learn(seen);
    assertThat(index.of(Estate.EDGE)).isEmpty();
    assertThat(warnings).hasSize(3);

    blobs.outOfReach(false);
    index.learn(seen);
    assertThat(index.of(Estate.EDGE)).isPresent();
  }

  private static Observation observation(Reading<ApimService> service)
      throws JsonProcessingException {
    GatewayDocument gateway =
        GatewayDocument.of(
            (ObjectNode)
                new ObjectMapper()
                    .readTree(
                        """
                        {"id": "%s", "properties": {"sslCertificates": [
                          {"name": "ours", "properties": {"keyVaultSecretId": "%scert-ours"}},
                          {"name": "theirs", "properties": {"keyVaultSecretId": "%scert-theirs"}}]}}
                        """
                            .formatted(Estate.GATEWAY, SECRETS, SECRETS)));
    return new Observation(
        Instant.EPOCH,
        Estate.GATEWAY,
        Reading.known(gateway),
        Map.of(Estate.SERVICE, service),
        Map.of(),
        new OwnerRecord(
            Map.of(
                new ElementKey("sslCertificates", "ours"),
                new OwnerRecord.Owned(Estate.SERVICE, Optional.empty(), "h", false))));
  }

  private static ApimService service(String secretId) {
    Endpoint endpoint =
        new Endpoint(
            EndpointType.PROXY,
            new HostName("api.contoso.com"),
            Optional.of(secretId),
            Optional.of("KeyVault"),
            false,
            false,
            false);
    return new ApimService(
        Estate.SERVICE,
        "Succeeded",
        "Internal",
        List.of("10.0.1.5"),
        List.of(endpoint),
        List.of(),
        List.of());
  }
}
