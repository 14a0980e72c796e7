package dev.lockstep.cli.certs;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An authority that is there already.
 *
 * @param path a folder that this command made, or a PFX or PEM file with the key
 * @param part what it is
 */
public record Given(Path path, Part part) {
  /** Which authority. */
  public enum Part {
    /** A root. */
    ROOT("root.pfx", "LOCKSTEP_CERTS_ROOT_PASSWORD"),
    /** An intermediate, with the chain above it. */
    INTERMEDIATE("intermediate.pfx", "LOCKSTEP_CERTS_INTERMEDIATE_PASSWORD");

    private final String file;
    private final String variable;

    Part(String file, String variable) {
      this.file = file;
      this.variable = variable;
    }

    /** Its name in a folder that this command made. */
    String file() {
      return file;
    }

    /** Environment variable that may hold the password of its file. */
    String variable() {
      return variable;
    }
  }

  Path file() throws CertsProblem {
    Path file = Files.isDirectory(path) ? path.resolve(part.file()) : path;
    if (!Files.isRegularFile(file)) {
      throw new CertsProblem(
          "%s is not there; name a folder that 'lockstep certs' made, or a PFX or PEM file with the key"
              .formatted(file));
    }
    return file;
  }
}
