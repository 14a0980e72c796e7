package dev.lockstep.read;

import dev.lockstep.model.HostName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells the service's default host names from custom ones. Old api-versions leave {@code
 * certificateSource} out, so the name decides as well.
 */
final class BuiltInHosts {
  // Microsoft Learn, "Use a virtual network in internal mode": default host names of a service.
  private static final List<String> PARTS =
      List.of("", ".portal", ".developer", ".management", ".scm", ".configuration");
  // Microsoft Learn, sovereign cloud endpoints: public, US Government, China.
  private static final List<String> DOMAINS =
      List.of(".azure-api.net", ".azure-api.us", ".azure-api.cn");

  private BuiltInHosts() {}

  static boolean isBuiltIn(String service, HostName host, Optional<String> certificateSource) {
    if (certificateSource.filter("BuiltIn"::equalsIgnoreCase).isPresent()) {
      return true;
    }
    String name = service.toLowerCase(Locale.ROOT);
    return DOMAINS.stream()
        .anyMatch(
            domain -> PARTS.stream().anyMatch(part -> host.value().equals(name + part + domain)));
  }
}
