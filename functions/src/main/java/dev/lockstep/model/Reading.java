package dev.lockstep.model;

import java.util.Optional;

/**
 * What a read brought: the value, or why there is none. A failed read is a value of its own, so
 * that it can never be mistaken for "nothing there" and become a delete.
 */
public sealed interface Reading<T> {
  /** The value was read, completely. */
  record Known<T>(T value) implements Reading<T> {}

  /** The value could not be read. */
  record Unread<T>(ReadFailure failure) implements Reading<T> {}

  /** A reading that brought this value. */
  static <T> Reading<T> known(T value) {
    return new Known<>(value);
  }

  /** A reading that failed. */
  static <T> Reading<T> unread(ReadFailure failure) {
    return new Unread<>(failure);
  }

  /** The value, or empty when it could not be read. */
  default Optional<T> asValue() {
    return this instanceof Known<T> known ? Optional.of(known.value()) : Optional.empty();
  }

  /** Why there is no value, or empty when there is one. */
  default Optional<ReadFailure> asFailure() {
    return this instanceof Unread<T> unread ? Optional.of(unread.failure()) : Optional.empty();
  }
}
