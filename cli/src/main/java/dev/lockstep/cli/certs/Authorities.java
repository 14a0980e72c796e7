package dev.lockstep.cli.certs;

import dev.lockstep.cli.certs.Given.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/** Reads authorities that are there, and says what keeps one from issuing. */
final class Authorities {
  private static final int CERT_SIGN = 5;

  private final CertsPlan plan;
  private final Password own;

  Authorities(CertsPlan plan, Password own) {
    this.plan = plan;
    this.own = own;
  }

  Optional<Holder> read(Optional<Path> path, Part part) throws CertsProblem {
    if (path.isEmpty()) {
      return Optional.empty();
    }
    Path file = new Given(path.get(), part).file();
    Holder authority = open(file, part);
    check(file, authority, part);
    return Optional.of(authority);
  }

  private Holder open(Path file, Part part) throws CertsProblem {
    try {
      byte[] bytes = Files.readAllBytes(file);
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      if (!text.contains("-----BEGIN ")) {
        return Stores.read(file, bytes, plan.keyring().of(file, part, own));
      }
      PemFile pem = PemFile.read(text, () -> plan.keyring().of(file, part, own));
      if (pem.key().isEmpty()) {
        throw new CertsProblem(
            file
                + " holds no private key; put the key's PEM into the same file as its certificate");
      }
      return Stores.holder(file, pem.key().get(), pem.certificates());
    } catch (IOException | GeneralSecurityException unreadable) {
      throw new CertsProblem(
          "%s cannot be opened as PFX or PEM; is the password right? It is taken from %s, from %s beside it, or asked for"
              .formatted(file, part.variable(), Password.FILE),
          unreadable);
    }
  }

  private void check(Path file, Holder authority, Part part) throws CertsProblem {
    X509Certificate certificate = authority.certificate();
    boolean[] usage = certificate.getKeyUsage();
    if (certificate.getBasicConstraints() < 0 || (usage != null && !usage[CERT_SIGN])) {
      throw new CertsProblem(file + " is no authority (CA:TRUE, keyCertSign); name one that is");
    }
    if (part == Part.ROOT != Chains.isRoot(certificate)) {
      throw new CertsProblem(
          part == Part.ROOT
              ? file + " is no root, but issued by another; name it with --reuse-intermediate"
              : file + " is a root; name it with --reuse-root");
    }
    X509Certificate last = authority.chain().get(authority.chain().size() - 1);
    if (!Chains.isRoot(last)) {
      throw new CertsProblem(
          "the chain in %s ends below %s; add the certificate of that root to the file"
              .formatted(file, last.getIssuerX500Principal()));
    }
    if (part == Part.ROOT && plan.intermediate() && certificate.getBasicConstraints() == 0) {
      throw new CertsProblem(
          file + " allows no authority below it (path length 0); add --no-intermediate");
    }
    Instant end = certificate.getNotAfter().toInstant();
    if (end.isBefore(plan.now().plus(plan.life()))) {
      throw new CertsProblem(
          "the authority in %s ends at %s, before the certificates would; make a new one, or choose fewer --days"
              .formatted(file, end));
    }
  }
}
