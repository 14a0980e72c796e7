package dev.lockstep.simulator.host.app;

import java.util.Set;

/** What starts a function. {@code parameter} is the name of the bound parameter. */
public sealed interface Trigger {
  String parameter();

  /**
   * An HTTP request below the route prefix.
   *
   * @param route template, without prefix
   * @param methods upper case; empty means any
   */
  record Http(String parameter, String route, Set<String> methods, AuthLevel level)
      implements Trigger {
    public Http {
      methods = Set.copyOf(methods);
    }
  }

  /**
   * A message in a storage queue.
   *
   * @param connection the setting, or the prefix of the settings, that names the account
   */
  record Queue(String parameter, String queue, String connection) implements Trigger {}

  /** A schedule in NCRONTAB, UTC. */
  record Timer(String parameter, String schedule) implements Trigger {}

  /** An event of Event Grid, one at a time. */
  record EventGrid(String parameter) implements Trigger {}
}
