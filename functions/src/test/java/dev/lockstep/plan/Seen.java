package dev.lockstep.plan;

import dev.lockstep.model.Certificate;
import dev.lockstep.model.HostCertificates;
import dev.lockstep.model.HostCertificates.Look;
import dev.lockstep.model.ReadFailure;
import dev.lockstep.model.Reading;
import dev.lockstep.model.VaultCertificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was seen of a host name's certificates, in short. */
public final class Seen {
  private static final ReadFailure SILENT =
      ReadFailure.of(ReadFailure.Kind.UNAVAILABLE, "no answer", "let the app reach it");

  private Seen() {}

  /** The service presents the chain, and the vault has no newer certificate. */
  public static HostCertificates settled(Certificate... chain) {
    return of(List.of(chain), newest(chain[0]));
  }

  /** The service presents the chain, and the vault has this certificate. */
  public static HostCertificates of(List<Certificate> presented, VaultCertificate newest) {
    return of(Reading.known(presented), newest, List.of());
  }

  /** The same with certificates of the trust bundle. */
  public static HostCertificates of(
      Reading<List<Certificate>> presented, VaultCertificate newest, List<Certificate> pool) {
    return new HostCertificates(
        List.of(new Look("westeurope", "10.0.1.5", presented)),
        Optional.of(Reading.known(newest)),
        Optional.empty(),
        List.of(),
        pool,
        List.of());
  }

  /** The service does not answer. */
  public static Reading<List<Certificate>> silent() {
    return Reading.unread(SILENT);
  }

  /** A version in the vault that a gateway can use. */
  public static VaultCertificate newest(Certificate leaf) {
    return version(leaf, "application/x-pkcs12", "RSA", true);
  }

  /** A version in the vault. */
  public static VaultCertificate version(
      Certificate leaf, String contentType, String keyType, boolean exportable) {
    return new VaultCertificate(
        "v",
        leaf,
        Optional.of(contentType),
        Optional.of(keyType),
        Optional.of(exportable),
        Optional.of(true),
        Optional.of(Instant.parse("2026-05-20T08:00:00Z")),
        Optional.empty());
  }
}
