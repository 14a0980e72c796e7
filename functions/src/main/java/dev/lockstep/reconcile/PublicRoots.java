package dev.lockstep.reconcile;

import dev.lockstep.model.Certificate;
import dev.lockstep.trust.Pool;
import dev.lockstep.trust.PublicCertificate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The roots that count as public, read and parsed when they are first needed. */
final class PublicRoots {
  private final Supplier<List<Certificate>> source;
  private Optional<Pool> pool = Optional.empty();

  PublicRoots(Supplier<List<Certificate>> source) {
    this.source = source;
  }

  synchronized Pool pool() {
    if (pool.isEmpty()) {
      pool =
          Optional.of(
              Pool.of(
                  source.get().stream()
                      .map(root -> PublicCertificate.tryParse(root.bytes()))
                      .flatMap(Optional::stream)
                      .toList()));
    }
    return pool.get();
  }
}
