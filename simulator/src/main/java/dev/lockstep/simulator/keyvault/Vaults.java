package dev.lockstep.simulator.keyvault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.event.SimulatedEvent;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.Resource;
import dev.lockstep.simulator.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Certificates of all vaults, and secrets that may not be read. Guarded by the world's lock. */
public final class Vaults {
  private static final Duration VALIDITY = Duration.ofDays(365);

  private final World world;
  private final Map<String, VaultCertificate> newest = new TreeMap<>();
  private final Map<String, List<VaultCertificate>> versions = new TreeMap<>();
  private final Set<String> denied = new HashSet<>();

  /** Vaults without certificates. */
  public Vaults(World world) {
    this.world = world;
  }

  /** The newest version of a certificate. */
  public Optional<VaultCertificate> find(String vault, String name) {
    return Optional.ofNullable(newest.get(key(vault, name)));
  }

  /** All versions of a certificate, the oldest first. */
  public List<VaultCertificate> versions(String vault, String name) {
    return List.copyOf(versions.getOrDefault(key(vault, name), List.of()));
  }

  /** All certificates, by vault and name. */
  public List<VaultCertificate> all() {
    return List.copyOf(newest.values());
  }

  /** Puts the first version of a certificate, unless there is one, and tells nobody. */
  public VaultCertificate ensure(String vault, String name, String subject) {
    return newest.computeIfAbsent(
        key(vault, name),
        absent -> {
          VaultCertificate first = version(vault, name, subject, Optional.empty());
          remember(first);
          return first;
        });
  }

  /**
   * Puts a new version of a certificate and sends {@code CertificateNewVersionCreated}.
   *
   * @param root the private root that signs it, in base64; empty to keep that of the version before
   */
  public VaultCertificate renew(String vault, String name, Optional<String> root) {
    Optional<VaultCertificate> before = find(vault, name);
    String subject = before.map(VaultCertificate::subject).orElse("CN=" + name);
    Optional<String> signer = root.or(() -> before.flatMap(VaultCertificate::root));
    VaultCertificate renewed = version(vault, name, subject, signer);
    add(renewed);
    return renewed;
  }

  /** Puts a version that somebody imports and sends {@code CertificateNewVersionCreated}. */
  public void add(VaultCertificate imported) {
    newest.put(key(imported.vault(), imported.name()), imported);
    remember(imported);
    world.emit(newVersion(imported));
  }

  /** Lets a secret be read, or not. */
  public void allow(String vault, String name, boolean allowed) {
    if (allowed) {
      denied.remove(key(vault, name));
    } else {
      denied.add(key(vault, name));
    }
  }

  /** Whether a secret can be read. A secret that the world does not hold counts as readable. */
  public boolean readable(SecretId id) {
    return !denied.contains(key(id.vault(), id.name()));
  }

  private void remember(VaultCertificate certificate) {
    versions
        .computeIfAbsent(key(certificate.vault(), certificate.name()), key -> new ArrayList<>())
        .add(certificate);
  }

  private VaultCertificate version(
      String vault, String name, String subject, Optional<String> root) {
    String version = world.ids().guid().replace("-", "");
    return new VaultCertificate(
        vault, name, version, subject, world.now(), world.now().plus(VALIDITY), root);
  }

  /** Shape of the official example of Microsoft.KeyVault; both times are seconds as text. */
  private SimulatedEvent newVersion(VaultCertificate certificate) {
    String vault = certificate.vault();
    ObjectNode data = Json.object();
    data.put(
        "Id",
        "https://%s.vault.azure.net/certificates/%s/%s"
            .formatted(vault, certificate.name(), certificate.version()));
    data.put("VaultName", vault);
    data.put("ObjectType", "Certificate");
    data.put("ObjectName", certificate.name());
    data.put("Version", certificate.version());
    data.put("NBF", Long.toString(certificate.notBefore().getEpochSecond()));
    data.put("EXP", Long.toString(certificate.expires().getEpochSecond()));
    return new SimulatedEvent(
        world.ids().guid(),
        "Microsoft.KeyVault.CertificateNewVersionCreated",
        vaultResource(vault),
        certificate.name(),
        world.now(),
        data);
  }

  private String vaultResource(String vault) {
    return world.resources().all().stream()
        .map(Resource::id)
        .filter(id -> id.type().equalsIgnoreCase("Microsoft.KeyVault/vaults"))
        .filter(id -> id.name().equalsIgnoreCase(vault))
        .map(Object::toString)
        .findFirst()
        .orElse("/providers/Microsoft.KeyVault/vaults/" + vault);
  }

  private static String key(String vault, String name) {
    return (vault + "/" + name).toLowerCase(Locale.ROOT);
  }
}
