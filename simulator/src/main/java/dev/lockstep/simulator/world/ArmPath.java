package dev.lockstep.simulator.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A request path taken apart: the resource it names and, when the path ends with a type and no
 * name, that last part (the collection to list, or the action to run).
 *
 * @param id the resource, group or subscription
 * @param trailing collection or action below it
 */
public record ArmPath(ResourceId id, Optional<String> trailing) {

  /**
   * Takes a path apart; doubled slashes count as one.
   *
   * @throws IllegalArgumentException when the path does not have the form of an ARM path
   */
  public static ArmPath parse(String path) {
    return new Reader(path).read();
  }

  private static final class Reader {
    private final String path;
    private final List<String> parts = new ArrayList<>();
    private int at;

    Reader(String path) {
      this.path = path;
      for (String part : path.split("/", -1)) {
        if (!part.isEmpty()) {
          parts.add(part);
        }
      }
    }

    ArmPath read() {
      if (parts.isEmpty()) {
        throw new IllegalArgumentException("empty path");
      }
      Optional<String> subscription = named("subscriptions");
      Optional<String> group = subscription.isEmpty() ? Optional.empty() : named("resourceGroups");
      Optional<String> namespace = named("providers");
      List<ResourceId.Segment> segments = new ArrayList<>();
      while (namespace.isPresent() && at + 1 < parts.size()) {
        segments.add(new ResourceId.Segment(parts.get(at), parts.get(at + 1)));
        at += 2;
      }
      Optional<String> trailing =
          at < parts.size() ? Optional.of(parts.get(at++)) : Optional.empty();
      if (at < parts.size()) {
        throw new IllegalArgumentException("not an ARM path: " + path);
      }
      return new ArmPath(new ResourceId(subscription, group, namespace, segments), trailing);
    }

    private Optional<String> named(String word) {
      if (at + 1 < parts.size() && parts.get(at).equalsIgnoreCase(word)) {
        at += 2;
        return Optional.of(parts.get(at - 1));
      }
      return Optional.empty();
    }
  }
}
