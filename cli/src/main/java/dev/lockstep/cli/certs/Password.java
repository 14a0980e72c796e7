package dev.lockstep.cli.certs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * The password of the PFX files. It is never an argument, which others could see in the list of
 * processes, and never printed, because terminals and build logs keep what they show.
 *
 * @param text the password
 * @param generated whether it was made now, so that it has to be written down
 */
record Password(String text, boolean generated) {
  /** Environment variable that may hold it. */
  static final String VARIABLE = "LOCKSTEP_CERTS_PASSWORD";

  /** File in the output folder that holds one that was made. */
  static final String FILE = "password.txt";

  private static final int BYTES = 18;

  /** From the file if one is named, else from the environment, else made of 144 random bits. */
  static Password of(Optional<Path> file, Optional<String> environment) throws CertsProblem {
    if (file.isPresent()) {
      return new Password(firstLine(file.get()), false);
    }
    if (environment.filter(text -> !text.isBlank()).isPresent()) {
      return new Password(environment.get(), false);
    }
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    return new Password(Base64.getUrlEncoder().encodeToString(random), true);
  }

  char[] characters() {
    return text.toCharArray();
  }

  static String firstLine(Path file) throws CertsProblem {
    try {
      String line = Files.readString(file).lines().findFirst().orElse("");
      if (line.isBlank()) {
        throw new CertsProblem("%s is empty; put the password into its first line".formatted(file));
      }
      return line;
    } catch (IOException unreadable) {
      throw new CertsProblem(
          "%s cannot be read: %s".formatted(file, unreadable.getMessage()), unreadable);
    }
  }

  @Override
  public String toString() {
    return "Password[not shown]";
  }
}
