package dev.lockstep.cli.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The simulator's audit, read from its file: what really reached Resource Manager.
 *
 * @param file one JSON object per line
 */
public record AuditFile(Path file) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** All lines so far, without one that is still being written. */
  public List<AuditLine> lines() {
    List<AuditLine> lines = new ArrayList<>();
    try {
      String text = Files.readString(file);
      int whole = text.lastIndexOf('\n') + 1;
      for (String line : text.substring(0, whole).lines().toList()) {
        lines.add(new AuditLine(JSON.readTree(line)));
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the audit " + file + " holds a line that is no JSON", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  /** The figures of everything so far. */
  public Figures figures() {
    return Figures.of(lines());
  }
}
