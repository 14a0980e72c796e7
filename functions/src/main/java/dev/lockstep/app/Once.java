package dev.lockstep.app;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something that is made once, by whoever needs it first.
 *
 * <ul>
 *   <li>Made at most once; all others wait for the one who makes it.
 *   <li>A refusal of the configuration is kept: settings do not change while a worker lives. One
 *       that may pass is not.
 *   <li>Any other failure is forgotten: the next one tries again.
 * </ul>
 */
final class Once<T> {
  private final Supplier<T> maker;
  private volatile Optional<T> made = Optional.empty();
  private volatile Optional<ConfigurationInvalid> refusal = Optional.empty();

  Once(Supplier<T> maker) {
    this.maker = maker;
  }

  /**
   * The thing.
   *
   * @throws ConfigurationInvalid when the configuration does not allow it to be made
   */
  T get() {
    // Asked for at every invocation: no lock once it is there.
    Optional<T> there = made;
    return there.isPresent() ? there.get() : make();
  }

  private synchronized T make() {
    if (refusal.isPresent()) {
      throw refusal.get();
    }
    if (made.isEmpty()) {
      try {
        made = Optional.of(maker.get());
      } catch (ConfigurationInvalid e) {
        refusal = Optional.of(e).filter(ConfigurationInvalid::isLasting);
        throw e;
      }
    }
    return made.orElseThrow();
  }
}
