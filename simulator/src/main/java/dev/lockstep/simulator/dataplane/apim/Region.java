package dev.lockstep.simulator.dataplane.apim;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A service in one of its regions, as it serves at one moment.
 *
 * @param service resource id in lower case
 * @param location region
 * @param addresses private addresses of the region
 * @param endpoints host names served there
 */
record Region(String service, String location, List<String> addresses, List<Endpoint> endpoints) {

  Region {
    addresses = List.copyOf(addresses);
    endpoints = List.copyOf(endpoints);
  }

  Optional<Endpoint> find(String hostName) {
    String wanted = hostName.toLowerCase(Locale.ROOT);
    return endpoints.stream().filter(one -> covers(one.hostName(), wanted)).findFirst();
  }

  /** What clients get who send no name, or one that is not known. */
  Optional<Endpoint> byDefault() {
    return endpoints.stream()
        .filter(Endpoint::byDefault)
        .findFirst()
        .or(() -> endpoints.stream().findFirst());
  }

  /** A custom host name may be a wildcard for one label. */
  private static boolean covers(String pattern, String name) {
    if (!pattern.startsWith("*.")) {
      return pattern.equals(name);
    }
    int dot = name.indexOf('.');
    return dot > 0 && name.substring(dot).equals(pattern.substring(1));
  }
}
