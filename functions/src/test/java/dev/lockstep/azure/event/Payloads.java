package dev.lockstep.azure.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The event payloads among the test resources; events/SOURCE.md tells where they come from. */
final class Payloads {
  private Payloads() {}

  /** A payload of our scenario, such as {@code resource-write-success.apim-service.eventgrid}. */
  static String derived(String name) {
    return text(root().resolve("derived").resolve(name + ".json"));
  }

  /** The names of all events of our scenario in one of the schemas, without its ending. */
  static List<String> derivedNames(String ending) {
    return files(root().resolve("derived"))
        .map(file -> file.getFileName().toString())
        .filter(name -> name.endsWith(ending + ".json"))
        .map(name -> name.substring(0, name.length() - ".json".length()))
        .toList();
  }

  /** Every published example, in both schemas. */
  static List<Path> official() {
    return files(root().resolve("official"))
        .filter(file -> file.getParent().getFileName().toString().endsWith("-schema"))
        .toList();
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    try {
      return Path.of(Payloads.class.getResource("/events").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
