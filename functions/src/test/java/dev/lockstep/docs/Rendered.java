package dev.lockstep.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is rendered from the code: compared in a test, or written anew when asked for. */
public final class Rendered {
  private Rendered() {}

  /**
   * Fails when the file does not hold the text; with {@code -Drender=true} it is written instead.
   *
   * @param file relative to the module folder
   * @param text what the code renders
   * @param test the test class that calls this, for the command that renders anew
   */
  public static void check(Path file, String text, Class<?> test) {
    try {
      if (Boolean.getBoolean("render")) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
      }
      String command = "mvn -pl functions test -Dtest=" + test.getSimpleName() + " -Drender=true";
      assertThat(file).as("missing; render it with: %s", command).exists();
      assertThat(Files.readString(file))
          .as("%s is stale; look at the change, then render it with: %s", file, command)
          .isEqualTo(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
