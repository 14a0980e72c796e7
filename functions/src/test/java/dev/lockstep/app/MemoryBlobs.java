package dev.lockstep.app;

import dev.lockstep.port.Blobs;
import dev.lockstep.port.StorageFailure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A container in memory, without leases; it counts its writes and can be out of reach. */
final class MemoryBlobs implements Blobs {
  private final SortedMap<String, String> contents = new TreeMap<>();
  private int writes;
  private boolean outOfReach;

  void outOfReach(boolean now) {
    outOfReach = now;
  }

  int writes() {
    return writes;
  }

  void put(String name, String content) {
    contents.put(name, content);
  }

  @Override
  public Optional<Versioned> read(String name) {
    check();
    return Optional.ofNullable(contents.get(name))
        .map(text -> new Versioned(text, "etag", Instant.EPOCH));
  }

  @Override
  public Optional<String> write(
      String name, String content, Condition condition, Optional<String> lease) {
    check();
    writes++;
    contents.put(name, content);
    return Optional.of("etag");
  }

  @Override
  public void delete(String name) {
    check();
    contents.remove(name);
  }

  @Override
  public List<String> list(String prefix, int max) {
    check();
    return contents.keySet().stream().filter(name -> name.startsWith(prefix)).limit(max).toList();
  }

  @Override
  public Optional<Lease> lease(String name) {
    throw new UnsupportedOperationException("no test needs a lease here");
  }

  private void check() {
    if (outOfReach) {
      throw new StorageFailure("out of reach");
    }
  }
}
