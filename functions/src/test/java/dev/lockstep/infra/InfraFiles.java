package dev.lockstep.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files outside of this module that must agree with its code, read relative to the module
 * folder, where Maven runs the tests. Bicep is read as text: there is no Bicep compiler for the
 * JVM.
 */
final class InfraFiles {
  private static final Path ROOT = Path.of("..");
  private static final ObjectMapper JSON = new ObjectMapper();

  private InfraFiles() {}

  /** A text file, its path given from the top of the project. */
  static String text(String path) {
    try {
      return Files.readString(ROOT.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A JSON file, its path given from the top of the project. */
  static JsonNode json(String path) {
    try {
      return JSON.readTree(text(path));
    } catch (IOException e) {
      throw new UncheckedIOException(path + " is not JSON", e);
    }
  }

  /** Paths of all Bicep files, from the top of the project. */
  static List<String> bicepFiles() {
    try (Stream<Path> files = Files.walk(ROOT.resolve("infra"))) {
      return files
          .map(file -> ROOT.relativize(file).toString().replace('\\', '/'))
          .filter(file -> file.endsWith(".bicep"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the first group of {@code pattern} matches in {@code text}, in order of the text. */
  static List<String> all(String pattern, String text) {
    return Pattern.compile(pattern, Pattern.MULTILINE | Pattern.DOTALL)
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  /** The quoted strings of the array literal {@code var name = [ ... ]} of a Bicep file. */
  static List<String> arrayVariable(String name, String path) {
    List<String> literals = all("^var " + name + " = \\[(.*?)^\\]", text(path));
    return literals.stream().flatMap(literal -> all("'([^']*)'", literal).stream()).toList();
  }

  /** The strings of a JSON array. */
  static List<String> strings(JsonNode array) {
    return array.valueStream().map(JsonNode::asText).toList();
  }
}
