package dev.lockstep.cli.certs;

import dev.lockstep.cli.certs.Given.Part;
import java.io.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where the passwords of files come from: the environment, the file beside them, or the person at
 * the keyboard; never an argument.
 *
 * @param environment value of a variable
 * @param prompt asks a person, where there is one
 */
public record Keyring(
    Function<String, Optional<String>> environment, Function<String, Optional<char[]>> prompt) {

  /** The environment and console of this process. */
  public static Keyring ofProcess() {
    return new Keyring(
        name -> Optional.ofNullable(System.getenv(name)),
        question ->
            Optional.ofNullable(System.console())
                .map((Console console) -> console.readPassword("%s", question)));
  }

  /** One password for all that is read and written, held by the caller; nobody is asked. */
  public static Keyring of(String password) {
    return new Keyring(
        name -> name.equals(Password.VARIABLE) ? Optional.of(password) : Optional.empty(),
        question -> Optional.empty());
  }

  Optional<String> variable(String name) {
    return environment.apply(name).filter(text -> !text.isBlank());
  }

  /**
   * The password of a file that is there.
   *
   * @param own that of the files to be written, which counts when somebody gave it
   */
  char[] of(Path file, Part part, Password own) throws CertsProblem {
    Optional<String> told = variable(part.variable());
    if (told.isPresent()) {
      return told.get().toCharArray();
    }
    Path beside = file.resolveSibling(Password.FILE);
    if (Files.exists(beside)) {
      return Password.firstLine(beside).toCharArray();
    }
    if (!own.generated()) {
      return own.characters();
    }
    return prompt
        .apply("Password of " + file + ": ")
        .orElseThrow(
            () ->
                new CertsProblem(
                    "the password of %s is not known; set the variable %s"
                        .formatted(file, part.variable())));
  }

  @Override
  public String toString() {
    return "Keyring[not shown]";
  }
}
