package dev.lockstep.config;

import java.net.URI;

/** Where the bindings are written. Reading a file or a blob is the composition root's work. */
public sealed interface BindingsSource {
  /** In the setting itself. */
  record Inline(String json) implements BindingsSource {}

  /** In a file. */
  record File(String path) implements BindingsSource {}

  /**
   * In a blob.
   *
   * @param blob its URL, of a storage account that tokens may go to
   */
  record Url(URI blob) implements BindingsSource {}
}
