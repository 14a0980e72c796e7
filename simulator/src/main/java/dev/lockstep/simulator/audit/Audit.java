package dev.lockstep.simulator.audit;

import dev.lockstep.simulator.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Every ARM request since the start, in memory and, when wanted, in a file of JSON lines. */
public final class Audit implements AutoCloseable {
  private final List<AuditEntry> entries = new ArrayList<>();
  private final Optional<OutputStream> file;
  private final boolean kept;

  private Audit(Optional<OutputStream> file, boolean kept) {
    this.file = file;
    this.kept = kept;
  }

  /** An audit in memory only. */
  public static Audit inMemory() {
    return new Audit(Optional.empty(), true);
  }

  /** No audit: for who judges by other means, since its hashes cost as much as the writes. */
  public static Audit none() {
    return new Audit(Optional.empty(), false);
  }

  /** Whether what is added is kept. */
  public boolean isKept() {
    return kept;
  }

  /**
   * An audit that also writes a file, one line per request, written through at once so that a
   * reader sees it while the simulator runs.
   */
  public static Audit toFile(Path path) {
    try {
      return new Audit(Optional.of(Files.newOutputStream(path)), true);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot write the audit file " + path, failed);
    }
  }

  /** Adds a request. */
  public synchronized void add(AuditEntry entry) {
    if (!kept) {
      return;
    }
    entries.add(entry);
    if (file.isPresent()) {
      try {
        byte[] json = Json.bytes(entry.toJson());
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        file.get().write(line);
        file.get().flush();
      } catch (IOException failed) {
        throw new UncheckedIOException("cannot write the audit file", failed);
      }
    }
  }

  /** All requests so far. */
  public synchronized List<AuditEntry> entries() {
    return List.copyOf(entries);
  }

  /** The requests from an index on. */
  public synchronized List<AuditEntry> since(int index) {
    return List.copyOf(
        entries.subList(Math.min(Math.max(0, index), entries.size()), entries.size()));
  }

  @Override
  public synchronized void close() {
    if (file.isPresent()) {
      try {
        file.get().close();
      } catch (IOException failed) {
        throw new UncheckedIOException("cannot close the audit file", failed);
      }
    }
  }
}
