package dev.lockstep.cli;

import dev.lockstep.cli.certs.CertsPlan;
import dev.lockstep.cli.certs.CertsProblem;
import dev.lockstep.cli.certs.CertsResult;
import dev.lockstep.cli.certs.CertsRun;
import dev.lockstep.cli.certs.KeyChoice;
import dev.lockstep.cli.certs.Keyring;
import dev.lockstep.model.HostName;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
          + " and root.pem (for the gateway and for clients), root.pfx and intermediate.pfx (to issue"
          + " again), bundle.pem (all authorities, as a trust bundle).",
      "",
      "The password of the .pfx files is generated into password.txt, which its owner alone may read,"
          + " unless --password-file or the variable LOCKSTEP_CERTS_PASSWORD gives one. That of a file"
          + " that is read is taken from LOCKSTEP_CERTS_ROOT_PASSWORD or"
          + " LOCKSTEP_CERTS_INTERMEDIATE_PASSWORD, from a password.txt beside it, or asked for; it is"
          + " never an argument.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "A root, an intermediate and two server certificates:",
      "  lockstep certs --hosts api.contoso.com,portal.contoso.com --out one",
      "A renewal under the same root and intermediate:",
      "  lockstep certs --hosts api.contoso.com --out two --reuse-intermediate one",
      "A new intermediate under the same root:",
      "  lockstep certs --hosts api.contoso.com --out three --reuse-root one",
      "A new root:",
      "  lockstep certs --hosts api.contoso.com --out four --root-cn 'Root 4'",
      "A new root that the old one vouches for (cross-signed):",
      "  lockstep certs --hosts api.contoso.com --out five --root-cn 'Root 5' --cross-sign one",
      "Below an authority of your own, from a PFX or a PEM file with its key:",
      "  lockstep certs --hosts api.contoso.com --out six --reuse-root our-root.pem"
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
      paramLabel = "DIR|FILE",
      description = "Issue below the root of a folder made before, or of a PFX or PEM file.")
  private Path reuseRoot;

  @Option(
      names = "--reuse-intermediate",
      paramLabel = "DIR|FILE",
      description = "Issue by the intermediate of a folder made before, or of a PFX or PEM file.")
  private Path reuseIntermediate;

  @Option(
      names = "--cross-sign",
      paramLabel = "DIR|FILE",
      description = "Let a root that is there vouch for the new one.")
  private Path crossSign;

  @Option(
      names = "--password-file",
      paramLabel = "F",
      description = "File whose first line is the password of the .pfx files.")
  private Path passwordFile;

  @Option(names = "--force", description = "Replace files that are there.")
  private boolean force;

  @Spec private CommandSpec spec;

  private final Keyring keyring;

  CertsCommand() {
    this(Keyring.ofProcess());
  }

  CertsCommand(Keyring keyring) {
    this.keyring = keyring;
  }

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
    if (Stream.of(reuseRoot, reuseIntermediate, crossSign).filter(Objects::nonNull).count() > 1) {
      problems.add(
          "--reuse-root, --reuse-intermediate and --cross-sign exclude each other: choose one");
    }
    if (reuseIntermediate != null && !intermediate) {
      problems.add("--reuse-intermediate and --no-intermediate exclude each other: choose one");
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
        Optional.ofNullable(reuseIntermediate),
        Optional.ofNullable(crossSign),
        Optional.ofNullable(passwordFile),
        keyring,
        force,
        Clock.systemUTC().instant());
  }
}
