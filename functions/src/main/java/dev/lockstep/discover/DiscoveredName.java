package dev.lockstep.discover;

import dev.lockstep.model.ResourceId;
import dev.lockstep.model.Sha256;
import java.util.Locale;
import java.util.Set;

/** The name of a binding that nobody wrote: the same at every look. */
final class DiscoveredName {
  /** See the range of {@code name} in the configuration. */
  private static final int LONGEST = 40;

  private static final int HASH = 8;

  private DiscoveredName() {}

  /**
   * A name that no configured binding has.
   *
   * @param taken the names of the configured bindings, in lower case
   */
  static String of(ResourceId service, Set<String> taken) {
    String name = "discovered-" + service.name();
    if (name.length() <= LONGEST && !taken.contains(name.toLowerCase(Locale.ROOT))) {
      return name;
    }
    String hash = Sha256.of(service.key()).substring(0, HASH);
    int room = LONGEST - HASH - 1;
    return name.substring(0, Math.min(room, name.length())) + "-" + hash;
  }
}
