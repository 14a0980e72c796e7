package dev.lockstep.desire;

import dev.lockstep.model.ElementKey;
import java.util.Arrays;
import java.util.Optional;

/**
 * The kinds of gateway element that we make, in the order in which a person reads them: a later one
 * refers to earlier ones.
 */
public enum Kind {
  POOL("backendAddressPools", "pool"),
  PROBE("probes", "probe"),
  ROOT("trustedRootCertificates", "root"),
  SETTINGS("backendHttpSettingsCollection", "settings"),
  PORT("frontendPorts", "port"),
  CERTIFICATE("sslCertificates", "cert"),
  LISTENER("httpListeners", "listener"),
  REDIRECT("redirectConfigurations", "redirect"),
  RULE("requestRoutingRules", "rule");

  private final String collection;
  private final String word;

  Kind(String collection, String word) {
    this.collection = collection;
    this.word = word;
  }

  /** The gateway property that holds elements of this kind. */
  public String collection() {
    return collection;
  }

  /** The word that stands for the kind in element names. */
  public String word() {
    return word;
  }

  /** The kind of an element; empty when we make no such elements. */
  public static Optional<Kind> of(ElementKey key) {
    return Arrays.stream(values()).filter(k -> k.collection.equals(key.collection())).findFirst();
  }
}
