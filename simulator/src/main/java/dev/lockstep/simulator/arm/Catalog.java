package dev.lockstep.simulator.arm;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The resource types served, found by full type without case. */
public final class Catalog {
  private final Map<String, ResourceType> types = new HashMap<>();

  /** A catalog of the given types. */
  public Catalog(Collection<? extends ResourceType> served) {
    served.forEach(type -> types.put(type.type().toLowerCase(Locale.ROOT), type));
  }

  /** The type with a name. */
  public Optional<ResourceType> find(String type) {
    return Optional.ofNullable(types.get(type.toLowerCase(Locale.ROOT)));
  }
}
