package dev.lockstep.cli.certs;

import dev.lockstep.model.HostName;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What was made.
 *
 * @param out the folder
 * @param files names of the files in it
 * @param servers the server certificates
 * @param passwordWritten whether the password was made and is in the folder
 * @param rootKnown whether the root is one that may stand on the gateway already
 */
public record CertsResult(
    Path out,
    List<String> files,
    List<Server> servers,
    boolean passwordWritten,
    boolean rootKnown) {
  /**
   * One server certificate.
   *
   * @param host the host name that it is for
   * @param file name of its files, without the ending
   * @param end its last instant
   */
  public record Server(HostName host, String file, Instant end) {}

  /** What to say about it, with the commands that come next. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("In " + out + ": " + String.join(", ", files));
    servers.forEach(server -> lines.add("  %s until %s".formatted(server.host(), server.end())));
    lines.add("");
    lines.add(
        "The .pfx files hold private keys. Keep the folder to yourself, and delete it afterwards.");
    lines.add("");
    lines.add(
        "Next, into the vault (API Management and the gateway follow the versionless secret):");
    for (Server server : servers) {
      lines.add(
          "  az keyvault certificate import --vault-name <vault> --name cert-%s --file %s --password \"%s\""
              .formatted(
                  server.file().replace('.', '-'),
                  quoted(server.file() + ".pfx"),
                  passwordWritten ? "$(cat " + quoted("password.txt") + ")" : "<password>"));
    }
    if (!rootKnown) {
      lines.add(
          "The root, for the gateway: as \"trustedRoots\": [{\"data\": \"<root.pem>\"}] of the binding, or by hand:");
      lines.add(
          "  az network application-gateway root-cert create --resource-group <group> --gateway-name <gateway> --name <name> --cert-file %s"
              .formatted(quoted("root.cer")));
    }
    lines.add("To look at a host as a client that trusts the root:");
    lines.add("  curl --cacert %s https://%s/".formatted(quoted("root.pem"), example()));
    return lines;
  }

  private String quoted(String file) {
    return "'" + out.resolve(file).toString().replace("'", "'\\''") + "'";
  }

  private String example() {
    return servers.get(0).host().value().replace("*", "www");
  }
}
