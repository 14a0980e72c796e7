package dev.lockstep.port;

import dev.lockstep.signal.Writer;
import java.util.Optional;

/** Whose requests to Azure Resource Manager ours are. */
@FunctionalInterface
public interface Identity {
  /** Not known. */
  Identity UNKNOWN = Optional::empty;

  /** The identity of the latest token in use; empty before the first, or when it does not say. */
  Optional<Writer> self();
}
