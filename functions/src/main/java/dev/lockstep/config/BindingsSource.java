package dev.lockstep.config;

/** Where the bindings are written. Reading a file is the composition root's work. */
public sealed interface BindingsSource {
  /** In the setting itself. */
  record Inline(String json) implements BindingsSource {}

  /** In a file. */
  record File(String path) implements BindingsSource {}
}
