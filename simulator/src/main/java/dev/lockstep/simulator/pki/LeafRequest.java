package dev.lockstep.simulator.pki;

import java.util.List;

/**
 * What a server certificate shall say.
 *
 * @param commonName CN of the subject
 * @param names DNS names or IPv4 addresses of the subject alternative name; empty for none
 * @param validity when it is valid
 * @param keys kind of its key
 */
public record LeafRequest(String commonName, List<String> names, Validity validity, KeyKind keys) {

  public LeafRequest {
    names = List.copyOf(names);
  }

  /** For one host name, which is CN and subject alternative name, with an EC key. */
  public static LeafRequest of(String hostName, Validity validity) {
    return new LeafRequest(hostName, List.of(hostName), validity, KeyKind.EC);
  }

  /** With other names in the subject alternative name. */
  public LeafRequest withNames(List<String> value) {
    return new LeafRequest(commonName, value, validity, keys);
  }

  /** With another kind of key. */
  public LeafRequest withKeys(KeyKind value) {
    return new LeafRequest(commonName, names, validity, value);
  }
}
