package dev.lockstep.cli.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * What a client needs to know of the running world: endpoints, CA file, credentials, keys and ids.
 * Secrets in it are made up at start and are worth nothing elsewhere.
 *
 * @param json the content of the ready file
 */
public record Ready(ObjectNode json) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** A text field. Throws when it is missing: a client cannot do without. */
  public String text(String name) {
    JsonNode value = json.path(name);
    if (!value.isTextual()) {
      throw new IllegalStateException("the ready file has no '" + name + "'");
    }
    return value.asText();
  }

  /** The PEM file of the simulator's certificate authority. */
  public Path caFile() {
    return Path.of(text("caFile"));
  }

  /** Writes the file whole or not at all, so that a waiting reader never sees half of it. */
  public void writeTo(Path file) throws IOException {
    Path absolute = file.toAbsolutePath();
    Files.createDirectories(absolute.getParent());
    Path fresh = Files.createTempFile(absolute.getParent(), ".ready", ".json");
    Files.writeString(fresh, JSON.writeValueAsString(json) + "\n");
    Files.move(
        fresh, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
