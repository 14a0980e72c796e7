package dev.lockstep.simulator.keyvault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Secrets of all vaults that belong to no certificate. Guarded by the world's lock. */
public final class PlainSecrets {
  private final World world;
  private final Map<String, List<PlainSecret>> versions = new TreeMap<>();
  private final Map<String, List<PlainSecret>> deleted = new TreeMap<>();

  /** Vaults without secrets. */
  public PlainSecrets(World world) {
    this.world = world;
  }

  /** Sets a new version. */
  public PlainSecret set(
      String vault, String name, String value, Optional<String> contentType, ObjectNode tags) {
    PlainSecret secret =
        new PlainSecret(
            vault,
            name,
            world.ids().guid().replace("-", ""),
            value,
            contentType,
            tags,
            true,
            world.now());
    versions.computeIfAbsent(key(vault, name), key -> new ArrayList<>()).add(secret);
    return secret;
  }

  /** Replaces a version by itself with other attributes. */
  public void put(PlainSecret changed) {
    versions
        .getOrDefault(key(changed.vault(), changed.name()), List.of())
        .replaceAll(one -> one.version().equals(changed.version()) ? changed : one);
  }

  /** All versions of a secret, the oldest first; empty when there is none. */
  public List<PlainSecret> versions(String vault, String name) {
    return List.copyOf(versions.getOrDefault(key(vault, name), List.of()));
  }

  /** The newest version of every secret of a vault. */
  public List<PlainSecret> newest(String vault) {
    String prefix = key(vault, "");
    return versions.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(prefix))
        .map(entry -> entry.getValue().get(entry.getValue().size() - 1))
        .toList();
  }

  /** Deletes a secret with all its versions; it can be recovered. */
  public Optional<PlainSecret> delete(String vault, String name) {
    return move(versions, deleted, key(vault, name));
  }

  /** Brings a deleted secret back. */
  public Optional<PlainSecret> recover(String vault, String name) {
    return move(deleted, versions, key(vault, name));
  }

  /** The newest version of a deleted secret. */
  public Optional<PlainSecret> findDeleted(String vault, String name) {
    return Optional.ofNullable(deleted.get(key(vault, name))).map(all -> all.get(all.size() - 1));
  }

  /** Forgets a deleted secret for good. */
  public void purge(String vault, String name) {
    deleted.remove(key(vault, name));
  }

  private static Optional<PlainSecret> move(
      Map<String, List<PlainSecret>> from, Map<String, List<PlainSecret>> to, String key) {
    Optional<List<PlainSecret>> all = Optional.ofNullable(from.remove(key));
    all.ifPresent(some -> to.put(key, some));
    return all.map(some -> some.get(some.size() - 1));
  }

  private static String key(String vault, String name) {
    return (vault + "/" + name).toLowerCase(Locale.ROOT);
  }
}
