package dev.lockstep.app;

import dev.lockstep.config.ConfigurationProblems;
import dev.lockstep.config.Problem;
import dev.lockstep.config.Setting;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Reads the file that {@code LOCKSTEP_BINDINGS_FILE} names. */
final class BindingsFile {
  /**
   * Where the Functions host says the deployed app is (Microsoft Learn, functions-app-settings).
   */
  private static final String APP_FOLDER = "AzureWebJobsScriptRoot";

  private BindingsFile() {}

  /**
   * The file's text.
   *
   * @param path as the setting writes it; a relative one is below the app's folder
   * @throws ConfigurationProblems when there is no such file or it cannot be read
   */
  static String read(String path, Map<String, String> environment) {
    try {
      Path file = Path.of(environment.getOrDefault(APP_FOLDER, "")).resolve(path).toAbsolutePath();
      return read(file);
    } catch (InvalidPathException e) {
      throw problem("'" + path + "' is not a path: " + e.getReason(), "give the path of a file");
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw problem("there is no file " + file, "deploy it with the app, or correct the path");
    } catch (CharacterCodingException e) {
      throw problem(file + " is not UTF-8 text", "save it as UTF-8");
    } catch (IOException e) {
      throw problem(
          file + " cannot be read: " + e.getClass().getSimpleName(),
          "make it a file that the app may read");
    }
  }

  private static ConfigurationProblems problem(String message, String remedy) {
    return new ConfigurationProblems(
        List.of(new Problem(Setting.BINDINGS_FILE.key(), message, remedy)));
  }
}
