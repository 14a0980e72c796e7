package dev.lockstep.port;

import dev.lockstep.model.Reading;
import java.net.URI;

/** The text of a trust bundle in a blob. */
@FunctionalInterface
public interface TrustText {
  /** The text; never throws for anything that storage or the network does. */
  Reading<String> read(URI blob);
}
