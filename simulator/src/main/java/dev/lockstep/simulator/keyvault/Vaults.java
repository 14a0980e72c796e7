package dev.lockstep.simulator.keyvault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.event.SimulatedEvent;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.pki.Identity;
import dev.lockstep.simulator.pki.Pki;
import dev.lockstep.simulator.world.Resource;
import dev.lockstep.simulator.world.World;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
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
  private final Map<String, List<VaultCertificate>> deleted = new TreeMap<>();
  private final Set<String> denied = new HashSet<>();
  private final Set<String> disabled = new HashSet<>();
  private final Map<String, Instant> created = new HashMap<>();
  private final VaultIdentities identities;

  /** Vaults without certificates, with the authorities that sign them. */
  public Vaults(World world, Pki pki) {
    this.world = world;
    this.identities = new VaultIdentities(pki);
  }

  /** Key and chain of a version. Needs no lock. */
  public Identity identity(VaultCertificate certificate) {
    return identities.of(certificate);
  }

  /** SHA-1 of the certificate of a version: 40 hexadecimal digits in upper case. */
  public String thumbprint(VaultCertificate certificate) {
    return HexFormat.of()
        .withUpperCase()
        .formatHex(VaultIdentities.sha1(identity(certificate).first()));
  }

  /** When a version came into its vault. */
  public Instant created(VaultCertificate certificate) {
    return created.getOrDefault(version(certificate), certificate.notBefore());
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

  /**
   * Imports a certificate as a new version, whatever is wrong with it, and sends {@code
   * CertificateNewVersionCreated}.
   */
  public VaultCertificate importVersion(String vault, String name, Identity identity) {
    X509Certificate leaf = identity.first();
    VaultCertificate imported =
        new VaultCertificate(
            vault,
            name,
            world.ids().guid().replace("-", ""),
            leaf.getSubjectX500Principal().getName(),
            leaf.getNotBefore().toInstant(),
            leaf.getNotAfter().toInstant(),
            Optional.empty());
    identities.put(imported, identity);
    add(imported);
    return imported;
  }

  /** Deletes a certificate with all its versions; it can be recovered. */
  public Optional<VaultCertificate> delete(String vault, String name) {
    Optional<VaultCertificate> last = find(vault, name);
    newest.remove(key(vault, name));
    Optional.ofNullable(versions.remove(key(vault, name)))
        .ifPresent(all -> deleted.put(key(vault, name), all));
    return last;
  }

  /** The newest version of a deleted certificate. */
  public Optional<VaultCertificate> findDeleted(String vault, String name) {
    return Optional.ofNullable(deleted.get(key(vault, name))).map(all -> all.get(all.size() - 1));
  }

  /** Brings a deleted certificate back. */
  public Optional<VaultCertificate> recover(String vault, String name) {
    Optional<VaultCertificate> last = findDeleted(vault, name);
    last.ifPresent(
        one -> {
          versions.put(key(vault, name), deleted.remove(key(vault, name)));
          newest.put(key(vault, name), one);
        });
    return last;
  }

  /** Forgets a deleted certificate for good. */
  public void purge(String vault, String name) {
    deleted.remove(key(vault, name));
  }

  /** Switches a version on or off; a gateway cannot read one that is off. */
  public void enable(VaultCertificate certificate, boolean enabled) {
    if (enabled) {
      disabled.remove(version(certificate));
    } else {
      disabled.add(version(certificate));
    }
  }

  /** Whether a version is on. */
  public boolean enabled(VaultCertificate certificate) {
    return !disabled.contains(version(certificate));
  }

  /** Lets a secret be read by gateways, or not. */
  public void allow(String vault, String name, boolean allowed) {
    if (allowed) {
      denied.remove(key(vault, name));
    } else {
      denied.add(key(vault, name));
    }
  }

  /**
   * Whether a gateway can read a secret: not when access was taken away, the certificate is deleted
   * or the version is off. A secret that the world does not hold counts as readable.
   */
  public boolean readable(SecretId id) {
    String key = key(id.vault(), id.name());
    boolean on =
        versions.getOrDefault(key, List.of()).stream()
            .filter(one -> id.version().map(one.version()::equals).orElse(true))
            .reduce((earlier, later) -> later)
            .map(this::enabled)
            .orElse(true);
    return on && !denied.contains(key) && !deleted.containsKey(key);
  }

  private void remember(VaultCertificate certificate) {
    versions
        .computeIfAbsent(key(certificate.vault(), certificate.name()), key -> new ArrayList<>())
        .add(certificate);
    created.put(version(certificate), world.now());
  }

  private static String version(VaultCertificate certificate) {
    return key(certificate.vault(), certificate.name()) + "/" + certificate.version();
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
