package dev.lockstep.signal;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * A certificate or secret in a vault, whatever its version. A Key Vault certificate and its secret
 * have the same name, so the two are one object here. Names are compared without case.
 *
 * @param vault the vault's name, lower case
 * @param name the object's name, lower case; empty for the vault itself
 */
public record VaultObject(String vault, Optional<String> name) {
  public VaultObject {
    vault = fold(vault);
    name = name.map(VaultObject::fold).filter(text -> !text.isEmpty());
    if (vault.isEmpty()) {
      throw new IllegalArgumentException("a vault has a name");
    }
  }

  /** An object of a vault. */
  public static VaultObject of(String vault, String name) {
    return new VaultObject(vault, Optional.of(name));
  }

  /**
   * The object that an id of the form {@code https://<vault>.<suffix>/secrets/<name>[/<version>]}
   * names; the same for {@code certificates} and {@code keys}. Empty when it is no such id.
   */
  public static Optional<VaultObject> fromId(String id) {
    try {
      URI uri = URI.create(id.strip());
      if (uri.getHost() == null || uri.getPath() == null) {
        return Optional.empty();
      }
      String[] path = uri.getPath().split("/");
      String vault = uri.getHost().split("\\.")[0];
      return path.length >= 3 && !path[2].isBlank()
          ? Optional.of(of(vault, path[2]))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String fold(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return name.map(text -> vault + "/" + text).orElse(vault);
  }
}
