package dev.lockstep.app;

import dev.lockstep.model.ApimService;
import dev.lockstep.model.Endpoint;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.Observation;
import dev.lockstep.model.Reading;
import dev.lockstep.model.TargetId;
import dev.lockstep.port.Blobs;
import dev.lockstep.port.StorageFailure;
import dev.lockstep.signal.CertificateUse;
import dev.lockstep.signal.VaultObject;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which certificates each target uses, learned from complete observations and kept in a blob per
 * target, so that every worker can tell whom an event of a vault concerns.
 *
 * <p>A blob that cannot be read counts as "not known", and then the target is signalled. One that
 * cannot be written is told of and otherwise left: a certificate that it lacks reaches the target
 * by its vault.
 */
final class CertificateIndex implements CertificateUse {
  private final Blobs blobs;
  private final Consumer<LogLine> warnings;
  private final Map<TargetId, Set<VaultObject>> written = new ConcurrentHashMap<>();

  CertificateIndex(Blobs blobs, Consumer<LogLine> warnings) {
    this.blobs = blobs;
    this.warnings = warnings;
  }

  @Override
  public Optional<Set<VaultObject>> of(TargetId target) {
    try {
      return blobs.read(blobOf(target)).map(blob -> decode(blob.content()));
    } catch (StorageFailure e) {
      warnings.accept(failure("certificate index unreadable", target, e));
      return Optional.empty();
    }
  }

  /** Takes in what an observation saw; one that is not complete says nothing. */
  void learn(Observation seen) {
    boolean complete =
        seen.gateway() instanceof Reading.Known
            && seen.services().values().stream().allMatch(Reading.Known.class::isInstance);
    if (complete) {
      keep(TargetId.of(seen.gatewayId()), used(seen));
    }
  }

  private void keep(TargetId target, Set<VaultObject> used) {
    if (used.equals(written.get(target))) {
      return;
    }
    try {
      if (!of(target).equals(Optional.of(used))) {
        blobs.write(blobOf(target), encode(used), new Blobs.Condition.Always(), Optional.empty());
      }
      written.put(target, used);
    } catch (StorageFailure e) {
      warnings.accept(failure("certificate index not written", target, e));
    }
  }

  private static Set<VaultObject> used(Observation seen) {
    Stream<String> byServices =
        seen.services().values().stream()
            .flatMap(reading -> reading.asValue().stream())
            .map(ApimService::endpoints)
            .flatMap(Collection::stream)
            .map(Endpoint::secretId)
            .flatMap(Optional::stream);
    Stream<String> byListeners =
        seen.gateway().asValue().stream()
            .flatMap(gateway -> gateway.elements("sslCertificates").stream())
            .filter(certificate -> seen.owned().owns(certificate.key()))
            .map(CertificateIndex::secretId);
    return Stream.concat(byServices, byListeners)
        .flatMap(id -> VaultObject.fromId(id).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String secretId(GatewayDocument.Element certificate) {
    return certificate.properties().path("keyVaultSecretId").asText();
  }

  private static String blobOf(TargetId target) {
    return "certificates/" + target + ".txt";
  }

  /** One object in a line, {@code vault/name}, in a stable order. */
  private static String encode(Set<VaultObject> used) {
    return used.stream().map(VaultObject::toString).sorted().collect(Collectors.joining("\n"));
  }

  private static Set<VaultObject> decode(String lines) {
    return lines
        .lines()
        .map(line -> line.split("/", 2))
        .filter(parts -> parts.length == 2 && !parts[0].isBlank())
        .map(parts -> VaultObject.of(parts[0], parts[1]))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static LogLine failure(String message, TargetId target, StorageFailure e) {
    return LogLine.of(message).with("target", target).with("error", String.valueOf(e.getMessage()));
  }
}
