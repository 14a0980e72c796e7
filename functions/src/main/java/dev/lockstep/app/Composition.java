package dev.lockstep.app;

import java.util.List;

/** The object graph. */
final class Composition {
  private Composition() {}

  static App ofProcess() {
    return java.util.Optional.<App>empty().orElseThrow(() -> new ConfigurationInvalid(List.of()));
  }
}
