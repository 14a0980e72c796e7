package dev.lockstep.simulator.keyvault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * One version of a secret that belongs to no certificate.
 *
 * @param vault vault name
 * @param name secret name
 * @param version 32 hexadecimal digits
 * @param value the secret itself
 * @param contentType what kind of thing it is
 * @param tags tags; an empty object without any
 * @param enabled whether it can be read
 * @param created when it was set
 */
public record PlainSecret(
    String vault,
    String name,
    String version,
    String value,
    Optional<String> contentType,
    ObjectNode tags,
    boolean enabled,
    Instant created) {

  /** The same version, on or off. */
  public PlainSecret withEnabled(boolean next) {
    return new PlainSecret(vault, name, version, value, contentType, tags, next, created);
  }

  /** Names the secret; its value stays unsaid. */
  @Override
  public String toString() {
    return "PlainSecret[" + vault + "/" + name + "/" + version + "]";
  }
}
