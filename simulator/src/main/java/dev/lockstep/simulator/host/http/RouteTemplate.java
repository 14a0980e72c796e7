package dev.lockstep.simulator.host.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A route template such as {@code resync/{target?}}: literals, parameters with constraints,
 * optional ones, defaults and a catch-all at the end. Literals are compared without case.
 */
public final class RouteTemplate {
  private final String text;
  private final List<RouteSegment> segments;

  private RouteTemplate(String text, List<RouteSegment> segments) {
    this.text = text;
    this.segments = segments;
  }

  /**
   * Parses a template without its prefix.
   *
   * @throws dev.lockstep.simulator.host.app.AppException for an unknown constraint
   */
  public static RouteTemplate parse(String text) {
    return new RouteTemplate(text, split(text).stream().map(RouteSegment::parse).toList());
  }

  /** The values of the parameters if the path (decoded segments) matches. */
  public Optional<Map<String, String>> match(List<String> path) {
    Map<String, String> values = new HashMap<>();
    int at = 0;
    for (RouteSegment segment : segments) {
      if (segment instanceof RouteSegment.Literal literal) {
        if (at >= path.size() || !literal.text().equalsIgnoreCase(path.get(at++))) {
          return Optional.empty();
        }
      } else if (segment instanceof RouteSegment.Parameter parameter) {
        List<String> rest = path.subList(Math.min(at, path.size()), path.size());
        if (!take(parameter, rest, values)) {
          return Optional.empty();
        }
        at += parameter.catchAll() ? rest.size() : 1;
      }
    }
    return at < path.size() ? Optional.empty() : Optional.of(values);
  }

  private static boolean take(
      RouteSegment.Parameter parameter, List<String> rest, Map<String, String> values) {
    if (rest.isEmpty()) {
      parameter.fallback().ifPresent(value -> values.put(parameter.name(), value));
      return parameter.mayBeAbsent();
    }
    String value = parameter.catchAll() ? String.join("/", rest) : rest.get(0);
    values.put(parameter.name(), value);
    return parameter.accepts(value);
  }

  /** Sorts specific templates before general ones, segment by segment. */
  String precedence() {
    StringBuilder order = new StringBuilder();
    segments.forEach(segment -> order.append(segment.precedence()));
    return order.toString();
  }

  /** Splits at slashes that are not inside braces. */
  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    Arrays.stream(text.split("/(?![^{]*})", -1))
        .filter(part -> !part.isEmpty())
        .forEach(parts::add);
    return parts;
  }

  @Override
  public String toString() {
    return text;
  }
}
