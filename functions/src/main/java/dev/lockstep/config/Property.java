package dev.lockstep.config;

/**
 * One property or setting: what the reference page says of it, and what it may hold.
 *
 * @param name its name
 * @param type what it holds
 * @param fallback what it is when absent; {@code required} when there is no default
 * @param range what is allowed, and by whose word
 * @param meaning one sentence
 * @param shape what is allowed, as far as a machine can tell
 */
public record Property(
    String name, String type, String fallback, String range, String meaning, Shape shape) {
  /** Stands in place of a default. */
  public static final String REQUIRED = "required";

  /** One that holds any text, as every app setting does. */
  public Property(String name, String type, String fallback, String range, String meaning) {
    this(name, type, fallback, range, meaning, Shape.TEXT);
  }

  /** The same with what it may hold. */
  Property holding(Shape other) {
    return new Property(name, type, fallback, range, meaning, other);
  }

  /** Whether it must be given. */
  public boolean isRequired() {
    return fallback.equals(REQUIRED);
  }

  /** What it may hold, of a kind that the caller knows. */
  <S extends Shape> S shape(Class<S> kind) {
    return kind.cast(shape);
  }
}
