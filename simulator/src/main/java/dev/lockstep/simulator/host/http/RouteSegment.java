package dev.lockstep.simulator.host.http;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One segment of a route template. */
sealed interface RouteSegment {

  /** How specific the segment is: the smaller, the earlier it is tried. */
  int precedence();

  record Literal(String text) implements RouteSegment {
    @Override
    public int precedence() {
      return 1;
    }
  }

  record Parameter(
      String name,
      List<RouteConstraint> constraints,
      boolean optional,
      boolean catchAll,
      Optional<String> fallback)
      implements RouteSegment {

    @Override
    public int precedence() {
      if (catchAll) {
        return constraints.isEmpty() ? 5 : 4;
      }
      return constraints.isEmpty() ? 3 : 2;
    }

    boolean accepts(String value) {
      return !value.isEmpty() && constraints.stream().allMatch(c -> c.test().test(value));
    }

    boolean mayBeAbsent() {
      return optional || catchAll || fallback.isPresent();
    }
  }

  static RouteSegment parse(String text) {
    if (!text.startsWith("{") || !text.endsWith("}")) {
      return new Literal(text);
    }
    String inner = text.substring(1, text.length() - 1);
    boolean catchAll = inner.startsWith("*");
    inner = inner.replaceFirst("^\\*{1,2}", "");
    boolean optional = inner.endsWith("?");
    inner = optional ? inner.substring(0, inner.length() - 1) : inner;
    int equals = inner.indexOf('=');
    Optional<String> fallback =
        equals < 0 ? Optional.empty() : Optional.of(inner.substring(equals + 1));
    // A colon inside a constraint's parentheses does not end it.
    String[] parts = (equals < 0 ? inner : inner.substring(0, equals)).split(":(?![^(]*\\))", -1);
    List<RouteConstraint> constraints =
        Arrays.stream(parts).skip(1).map(RouteConstraint::parse).toList();
    return new Parameter(parts[0], constraints, optional, catchAll, fallback);
  }
}
