package dev.lockstep.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * What a property may hold, as far as a machine can tell without looking further. The parser checks
 * by it, and docs/bindings.schema.json is made from it.
 */
public sealed interface Shape {
  /** Any text that is not blank. */
  Shape TEXT = new Text("[\\s\\S]*\\S[\\s\\S]*");

  /** True or false. */
  Shape FLAG = new Flag();

  /** Whatever stands there; nobody reads it. */
  Shape IGNORED = new Ignored();

  /**
   * A text.
   *
   * @param pattern what the whole text must match: an expression that means the same in Java and in
   *     ECMA-262
   */
  record Text(String pattern) implements Shape {}

  /** One of these words, as they are written. */
  record Choice(List<String> words) implements Shape {
    /** The words of an enum. */
    static <T> Choice of(T[] values, Function<T, String> wireName) {
      return new Choice(Arrays.stream(values).map(wireName).toList());
    }
  }

  /** A whole number, both ends included. */
  record Whole(int min, int max) implements Shape {}

  /** A duration, both ends included. */
  record Span(Duration min, Duration max) implements Shape {
    /** What it looks like as text; a whole number of seconds is allowed as well. */
    public static final String PATTERN = DurationText.PATTERN;
  }

  /** See {@link #FLAG}. */
  record Flag() implements Shape {}

  /** See {@link #IGNORED}. */
  record Ignored() implements Shape {}

  /**
   * The id of a resource, whatever the case.
   *
   * @param types the types that it may have, such as {@code Microsoft.Network/applicationGateways}
   */
  record Id(List<String> types) implements Shape {
    static Id of(String... types) {
      return new Id(List.of(types));
    }
  }

  /** The id of a subscription or of a resource group. */
  record ScopeId() implements Shape {}

  /** A list. */
  record Many(Shape item, int atLeast) implements Shape {
    static Many of(Shape item) {
      return new Many(item, 0);
    }
  }

  /** An object whose names are free, such as host names. */
  record ByName(Shape value) implements Shape {}

  /** An object with a property per endpoint type. */
  record ByEndpointType(Group value) implements Shape {}

  /**
   * An object with fixed properties.
   *
   * @param name of the list of properties, see {@link Schema#groups}
   */
  record Group(String name) implements Shape {}
}
