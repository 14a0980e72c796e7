package dev.lockstep.simulator.dns;

import java.util.List;

/** What a resolver says about a name. */
public sealed interface Answer {
  /** The name has addresses. */
  record Addresses(List<String> addresses) implements Answer {
    public Addresses {
      addresses = List.copyOf(addresses);
    }
  }

  /** A zone that owns the name says that it does not exist. */
  record NoSuchName(String zone) implements Answer {}

  /** No zone that can be seen owns the name. */
  record Unknown() implements Answer {}
}
