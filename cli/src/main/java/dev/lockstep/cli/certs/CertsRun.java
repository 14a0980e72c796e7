package dev.lockstep.cli.certs;

import dev.lockstep.cli.certs.Given.Part;
import dev.lockstep.model.HostName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Makes the certificates of a plan and writes them. */
public final class CertsRun {
  private CertsRun() {}

  /**
   * Makes and writes everything.
   *
   * @return what was made, and what to do with it
   * @throws CertsProblem when something is in the way; then nothing was written
   */
  public static CertsResult run(CertsPlan plan) throws CertsProblem {
    Password password =
        Password.of(plan.passwordFile(), plan.keyring().variable(Password.VARIABLE));
    Issuing issuing = new Issuing(plan.now(), plan.keys());
    Issuers issuers = Issuers.of(plan, issuing, new Authorities(plan, password));
    Holder issuer = issuers.issuer();
    Folder folder = new Folder(plan.out());
    folder.put("root.cer", Stores.der(issuers.root()));
    folder.put("root.pem", Stores.pem(List.of(issuers.root())));
    if (issuers.rootKey().isPresent()) {
      folder.putSecret(
          Part.ROOT.file(), Stores.pfx(issuers.rootKey().get(), password.characters()));
    }
    if (issuers.hasIntermediate()) {
      folder.put("intermediate.pem", Stores.pem(List.of(issuer.certificate())));
      folder.putSecret(Part.INTERMEDIATE.file(), Stores.pfx(issuer, password.characters()));
    }
    if (issuers.cross().isPresent()) {
      folder.put("cross.pem", Stores.pem(List.of(issuers.cross().get())));
    }
    folder.put("bundle.pem", Stores.pem(issuers.bundle()));
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
        plan.out(), List.copyOf(folder.names()), servers, password.generated(), issuers.known());
  }

  // An asterisk is no good in a file name.
  private static String fileName(HostName host) {
    return host.value().replace("*", "wildcard");
  }
}
