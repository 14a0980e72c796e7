package dev.lockstep.cli.certs;

import dev.lockstep.model.HostName;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the certificates of a plan and writes them. */
public final class CertsRun {
  private static final String ROOT_STORE = "root.pfx";

  private CertsRun() {}

  /**
   * Makes and writes everything.
   *
   * @return what was made, and what to do with it
   * @throws CertsProblem when something is in the way; then nothing was written
   */
  public static CertsResult run(CertsPlan plan) throws CertsProblem {
    if (plan.reuseRoot().isPresent() && plan.crossSign().isPresent()) {
      throw new CertsProblem(
          "--reuse-root and --cross-sign exclude each other: a cross-certificate is for a new root");
    }
    Password password = Password.of(plan.passwordFile(), plan.environment());
    Issuing issuing = new Issuing(plan.now(), plan.keys());
    Optional<Holder> older = stored(plan.crossSign(), password, plan);
    Optional<Holder> reused = stored(plan.reuseRoot(), password, plan);
    Holder root = reused.orElseGet(() -> issuing.root(plan.rootName()));
    // With a cross-certificate the chain goes on to the old root, which clients know already.
    Holder top = older.map(old -> issuing.crossSigned(root, old)).orElse(root);
    Holder issuer = plan.intermediate() ? issuing.intermediate(top) : top;
    Folder folder = new Folder(plan.out());
    folder.put("root.cer", Stores.der(root.certificate()));
    folder.put("root.pem", Stores.pem(List.of(root.certificate())));
    folder.putSecret(ROOT_STORE, Stores.pfx(root, password.characters()));
    List<X509Certificate> bundle = new ArrayList<>(List.of(root.certificate()));
    if (plan.intermediate()) {
      folder.put("intermediate.pem", Stores.pem(List.of(issuer.certificate())));
      bundle.add(issuer.certificate());
    }
    older.ifPresent(
        old -> {
          folder.put("cross.pem", Stores.pem(List.of(top.certificate())));
          bundle.add(top.certificate());
          bundle.add(old.certificate());
        });
    folder.put("bundle.pem", Stores.pem(bundle));
    List<CertsResult.Server> servers = new ArrayList<>();
    for (HostName host : plan.hosts()) {
      Holder server = issuing.server(host, issuer, plan.life());
      String file = fileName(host);
      folder.putSecret(file + ".pfx", Stores.pfx(server, password.characters()));
      folder.put(file + ".pem", Stores.pem(server.chain().subList(0, server.chain().size() - 1)));
      servers.add(
          new CertsResult.Server(host, file, server.certificate().getNotAfter().toInstant()));
    }
    if (password.generated()) {
      folder.putSecret(Password.FILE, (password.text() + "\n").getBytes(StandardCharsets.US_ASCII));
    }
    folder.write(plan.force());
    return new CertsResult(
        plan.out(), List.copyOf(folder.names()), servers, password.generated(), reused.isPresent());
  }

  private static Optional<Holder> stored(Optional<Path> folder, Password given, CertsPlan plan)
      throws CertsProblem {
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    Path file = folder.get().resolve(ROOT_STORE);
    if (!Files.isRegularFile(file)) {
      throw new CertsProblem(
          "%s is not there; name a folder that 'lockstep certs' made".formatted(file));
    }
    Holder root = Stores.read(file, Password.ofFolder(folder.get(), given));
    Instant end = root.certificate().getNotAfter().toInstant();
    if (end.isBefore(plan.now().plus(plan.life()))) {
      throw new CertsProblem(
          "the root in %s ends at %s, before the certificates would; make a new root, or choose fewer --days"
              .formatted(folder.get(), end));
    }
    return Optional.of(root);
  }

  // An asterisk is no good in a file name.
  private static String fileName(HostName host) {
    return host.value().replace("*", "wildcard");
  }
}
