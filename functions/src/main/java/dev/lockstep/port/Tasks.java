package dev.lockstep.port;

import java.util.List;
import java.util.function.Supplier;

/** The only way to do several things at once. In a simulation they are done one after another. */
public interface Tasks {
  /**
   * Runs all and returns their results in the same order; a failure of one is thrown after all
   * ended.
   */
  <T> List<T> all(List<Supplier<T>> work);
}
