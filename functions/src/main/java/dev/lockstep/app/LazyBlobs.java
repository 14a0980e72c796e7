package dev.lockstep.app;

import dev.lockstep.port.Blobs;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A container that is opened by the first who needs it: the function {@code event} never does. */
record LazyBlobs(Supplier<Blobs> container) implements Blobs {
  @Override
  public Optional<Versioned> read(String name) {
    return container.get().read(name);
  }

  @Override
  public Optional<String> write(
      String name, String content, Condition condition, Optional<String> lease) {
    return container.get().write(name, content, condition, lease);
  }

  @Override
  public void delete(String name) {
    container.get().delete(name);
  }

  @Override
  public List<String> list(String prefix, int max) {
    return container.get().list(prefix, max);
  }

  @Override
  public Optional<Lease> lease(String name) {
    return container.get().lease(name);
  }
}
