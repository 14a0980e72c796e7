package dev.lockstep.simulator.control;

import dev.lockstep.simulator.world.Resource;
import dev.lockstep.simulator.world.World;
import java.util.List;

/** Finds resources by their bare name, as a person says it. */
final class Named {
  private Named() {}

  /** The resource of a kind with a name; the refusal lists the names that there are. */
  static <R extends Resource> R find(World world, Class<R> kind, String what, String name) {
    return world.locked(
        () -> {
          List<R> all = world.resources().all(kind);
          return all.stream()
              .filter(one -> one.id().name().equalsIgnoreCase(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      BadInput.notFound(
                          what,
                          "'%s' does not exist; there are %s"
                              .formatted(name, all.stream().map(one -> one.id().name()).toList())));
        });
  }
}
