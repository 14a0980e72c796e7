package dev.lockstep.reconcile.world;

import dev.lockstep.model.Certificate;
import dev.lockstep.model.ReadFailure;
import dev.lockstep.model.Reading;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultCertificate;
import dev.lockstep.port.CertificateSources;
import dev.lockstep.port.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A vault with the certificates of host names, a service that presents what it has taken from the
 * vault, and a gateway whose listeners serve what it read when it was last written. Each follows
 * when told to; a write of the gateway makes it read at its end.
 */
public final class FakeCertificates implements Vault {
  /** Where the gateway's listeners stand. */
  public static final String GATEWAY = "20.50.10.30";

  private record Version(List<Certificate> chain, Instant created) {}

  private final Clock clock;
  private final FakeGateway gateway;
  private final Map<String, Version> vault = new HashMap<>();
  private final Map<String, List<Certificate>> presented = new HashMap<>();
  private final Map<String, List<Certificate>> served = new HashMap<>();
  private final Map<String, Instant> follows = new HashMap<>();
  private final List<Certificate> publicRoots = new ArrayList<>();
  private final Set<String> silent = new HashSet<>();
  private Optional<List<Certificate>> bundle = Optional.empty();
  private boolean vaultAnswers = true;
  private boolean enabled = true;
  private boolean gatewayReads = true;
  private boolean on;

  FakeCertificates(Clock clock, FakeGateway gateway) {
    this.clock = clock;
    this.gateway = gateway;
    gateway.whenWritten(this::written);
  }

  /** Whether there are any; else nothing is looked at. */
  boolean isOn() {
    return on;
  }

  CertificateSources sources() {
    return new CertificateSources(
        this, (address, port, name) -> look(address, name), url -> text(), () -> publicRoots);
  }

  /** A new version is in the vault; its own certificate first, then what it comes with. */
  public void renew(String host, Certificate... chain) {
    on = true;
    gateway.document();
    vault.put(host, new Version(List.of(chain), clock.instant()));
  }

  /** The service has taken from the vault what is there. */
  public void serviceFollows(String host) {
    presented.put(host, vault.get(host).chain());
  }

  /** The service takes it from the vault after that time. */
  public void serviceFollowsAfter(String host, Duration time) {
    follows.put(host, clock.instant().plus(time));
  }

  /** The service presents that, wherever it has it from. */
  public void servicePresents(String host, Certificate... chain) {
    on = true;
    presented.put(host, List.of(chain));
  }

  /** The gateway reads the vault by itself. */
  public void gatewayFollows() {
    vault.forEach((host, version) -> served.put(host, version.chain()));
  }

  /** The gateway serves that, wherever it has it from. */
  public void serves(String host, Certificate... chain) {
    served.put(host, List.of(chain));
  }

  /** Everybody has what is in the vault. */
  public void everybodyFollows() {
    vault.keySet().forEach(this::serviceFollows);
    gatewayFollows();
  }

  /** Whether a write makes the gateway read the vault. */
  public void gatewayReadsWhenWritten(boolean reads) {
    gatewayReads = reads;
  }

  /** Nobody answers at the address any more, or somebody does again. */
  public void silent(String address, boolean is) {
    if (is) {
      silent.add(address);
    } else {
      silent.remove(address);
    }
  }

  /** Whether the vault can be read. */
  public void vaultAnswers(boolean answers) {
    vaultAnswers = answers;
  }

  /** Whether the newest versions are enabled. */
  public void enabled(boolean are) {
    enabled = are;
  }

  /** What the trust bundle holds. */
  public void bundle(Certificate... certificates) {
    bundle = Optional.of(List.of(certificates));
  }

  /** A root that every gateway knows. */
  public void knows(Certificate root) {
    publicRoots.add(root);
  }

  /** What the listener of the host name serves. */
  public Certificate served(String host) {
    gateway.document();
    return served.get(host).get(0);
  }

  private void written() {
    if (gatewayReads) {
      gatewayFollows();
    }
  }

  @Override
  public Reading<VaultCertificate> certificate(SecretId id) {
    return version(id)
        .map(
            version ->
                new VaultCertificate(
                    version.created().toString(),
                    version.chain().get(0),
                    Optional.of("application/x-pkcs12"),
                    Optional.of("RSA"),
                    Optional.of(true),
                    Optional.of(enabled),
                    Optional.of(version.created()),
                    Optional.empty()))
        .map(Reading::known)
        .orElseGet(FakeCertificates::unread);
  }

  @Override
  public Reading<List<Certificate>> chain(SecretId id) {
    return version(id).map(Version::chain).map(Reading::known).orElseGet(FakeCertificates::unread);
  }

  private Optional<Version> version(SecretId id) {
    return vault.entrySet().stream()
        .filter(entry -> vaultAnswers && entry.getKey().replace('.', '-').equals(id.name()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** What the service presents for the host name now. */
  public Certificate presented(String host) {
    due();
    return presented.get(host).get(0);
  }

  private void due() {
    follows.forEach(
        (host, at) -> {
          if (!clock.instant().isBefore(at)) {
            serviceFollows(host);
          }
        });
    follows.values().removeIf(at -> !clock.instant().isBefore(at));
  }

  private Reading<List<Certificate>> look(String address, String name) {
    gateway.document();
    due();
    Map<String, List<Certificate>> here = address.equals(GATEWAY) ? served : presented;
    return silent.contains(address) || !here.containsKey(name)
        ? unread()
        : Reading.known(here.get(name));
  }

  private Reading<String> text() {
    StringBuilder pem = new StringBuilder();
    bundle
        .orElse(List.of())
        .forEach(
            certificate ->
                pem.append("-----BEGIN CERTIFICATE-----\n")
                    .append(Base64.getMimeEncoder().encodeToString(certificate.bytes()))
                    .append("\n-----END CERTIFICATE-----\n"));
    return Reading.known(pem.toString());
  }

  private static <T> Reading<T> unread() {
    return Reading.unread(
        ReadFailure.of(ReadFailure.Kind.UNAVAILABLE, "no answer", "look into it"));
  }
}
