package dev.lockstep.cli;

import dev.lockstep.cli.certs.CertsPlan;
import dev.lockstep.cli.certs.CertsProblem;
import dev.lockstep.cli.certs.CertsResult;
import dev.lockstep.cli.certs.CertsRun;
import dev.lockstep.cli.certs.KeyChoice;
import dev.lockstep.model.HostName;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes certificates for rehearsals. */
@Command(
    name = "certs",
    description = {
      "Makes a private root, an intermediate and a server certificate per host name, for rehearsals;"
          + " contacts nothing.",
      "",
      "Files in the folder: HOST.pfx (key and chain), HOST.pem (chain without key and root), root.cer"
          + " and root.pem (for the gateway and for clients), root.pfx (to issue again), bundle.pem"
          + " (all authorities, as a trust bundle).",
      "",
      "The password of the .pfx files is generated into password.txt, which its owner alone may read,"
          + " unless --password-file or the variable LOCKSTEP_CERTS_PASSWORD gives one.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  lockstep certs --hosts api.contoso.com,portal.contoso.com --out one",
      "A renewal under the same root:",
      "  lockstep certs --hosts api.contoso.com --out two --reuse-root one",
      "A new root, and one that the old root vouches for:",
      "  lockstep certs --hosts api.contoso.com --out three --root-cn 'Root 3'",
      "  lockstep certs --hosts api.contoso.com --out four --cross-sign one"
    },
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {
      "0: the certificates were made",
      "2: something is in the way; nothing was written"
    },
    mixinStandardHelpOptions = true)
final class CertsCommand implements Callable<Integer> {
  // No longer than a new root.
  private static final int MOST_DAYS = 3650;
  // A CN holds 64 characters (RFC 5280, appendix A.1), and the intermediate's adds a word.
  private static final int LONGEST_NAME = 50;

  @Option(
      names = "--hosts",
      required = true,
      split = ",",
      paramLabel = "HOST",
      description = "Host names, with commas or repeated; *.contoso.com for a wildcard.")
  private List<String> hosts = new ArrayList<>();

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to write to.")
  private Path out;

  @Option(
      names = "--root-cn",
      paramLabel = "CN",
      defaultValue = "Lockstep Rehearsal Root",
      description = "Name of a new root (default: ${DEFAULT-VALUE}).")
  private String rootName;

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "90",
      description = "How long server certificates count (default: ${DEFAULT-VALUE}).")
  private int days;

  @Option(
      names = "--key",
      defaultValue = "rsa2048",
      description = "Keys: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private KeyChoice key;

  @Option(
      names = "--intermediate",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Issue by an intermediate (default), or by the root itself.")
  private boolean intermediate;

  @Option(
      names = "--reuse-root",
      paramLabel = "DIR",
      description = "Issue below the root of a folder made before.")
  private Path reuseRoot;

  @Option(
      names = "--cross-sign",
      paramLabel = "DIR",
      description = "Let the root of a folder made before vouch for the new one.")
  private Path crossSign;

  @Option(
      names = "--password-file",
      paramLabel = "F",
      description = "File whose first line is the password of the .pfx files.")
  private Path passwordFile;

  @Option(names = "--force", description = "Replace files that are there.")
  private boolean force;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    List<String> problems = problems();
    if (!problems.isEmpty()) {
      problems.forEach(problem -> err.println("lockstep certs: " + problem));
      err.flush();
      return 2;
    }
    try {
      CertsResult result = CertsRun.run(plan());
      PrintWriter print = spec.commandLine().getOut();
      result.lines().forEach(print::println);
      print.flush();
      return 0;
    } catch (CertsProblem problem) {
      err.println("lockstep certs: " + problem.getMessage());
      err.flush();
      return 2;
    }
  }

  private List<String> problems() {
    List<String> problems = new ArrayList<>();
    hosts.stream()
        .filter(host -> HostName.tryParse(host.strip()).isEmpty())
        .forEach(host -> problems.add("--hosts: '" + host + "' is no host name"));
    if (days < 1 || days > MOST_DAYS) {
      problems.add("--days must be between 1 and " + MOST_DAYS);
    }
    if (rootName.isBlank() || rootName.length() > LONGEST_NAME) {
      problems.add("--root-cn must have 1 to " + LONGEST_NAME + " characters");
    }
    return problems;
  }

  private CertsPlan plan() {
    return new CertsPlan(
        hosts.stream().map(host -> new HostName(host.strip())).distinct().toList(),
        out,
        rootName,
        Duration.ofDays(days),
        key,
        intermediate,
        Optional.ofNullable(reuseRoot),
        Optional.ofNullable(crossSign),
        Optional.ofNullable(passwordFile),
        Optional.ofNullable(System.getenv("LOCKSTEP_CERTS_PASSWORD")),
        force,
        Clock.systemUTC().instant());
  }
}
