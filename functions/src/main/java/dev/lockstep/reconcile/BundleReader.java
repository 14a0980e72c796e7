package dev.lockstep.reconcile;

import dev.lockstep.model.Certificate;
import dev.lockstep.model.ReadFailure;
import dev.lockstep.model.ReadFailure.Kind;
import dev.lockstep.model.Reading;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.TrustBundle;
import dev.lockstep.model.VaultCertificate;
import dev.lockstep.port.CertificateSources;
import dev.lockstep.trust.CertificateBundle;
import java.util.ArrayList;
import java.util.List;

/** Reads a trust bundle; what cannot be read of it is a gap, and the rest counts. */
record BundleReader(CertificateSources sources) {
  /** Certificates and what is missing. */
  record Read(List<Certificate> certificates, List<ReadFailure> gaps) {}

  Read read(TrustBundle bundle) {
    return bundle instanceof TrustBundle.Blob blob
        ? ofBlob(blob)
        : ofVaults(((TrustBundle.Certificates) bundle).ids());
  }

  private Read ofBlob(TrustBundle.Blob blob) {
    Reading<String> text = sources.text().read(blob.url());
    if (text instanceof Reading.Unread<String> unread) {
      return new Read(List.of(), List.of(unread.failure()));
    }
    CertificateBundle found = CertificateBundle.ofText(text.asValue().orElseThrow());
    return new Read(
        found.certificates().stream().map(c -> new Certificate(c.base64())).toList(),
        found.problems().stream()
            .map(problem -> ReadFailure.of(Kind.MALFORMED, blob.url() + ": " + problem, ""))
            .toList());
  }

  private Read ofVaults(List<SecretId> ids) {
    List<Certificate> certificates = new ArrayList<>();
    List<ReadFailure> gaps = new ArrayList<>();
    for (SecretId id : ids) {
      Reading<VaultCertificate> reading = sources.vault().certificate(id);
      reading.asValue().map(VaultCertificate::certificate).ifPresent(certificates::add);
      reading.asFailure().ifPresent(gaps::add);
    }
    return new Read(certificates, gaps);
  }
}
