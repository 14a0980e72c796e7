package dev.lockstep.route;

import dev.lockstep.model.ElementKey;

/**
 * Where a rule sends a request. Opaque: what a path map or redirect does inside is not looked at,
 * as it is not changed by where other rules stand.
 */
public sealed interface Destination {
  /** A backend pool, reached with the given settings. */
  record Basic(ElementKey pool, ElementKey settings) implements Destination {}

  /** Several pools by a load distribution policy, reached with the given settings. */
  record Distributed(ElementKey policy, ElementKey settings) implements Destination {}

  /** A redirect configuration. */
  record Redirect(ElementKey configuration) implements Destination {}

  /** A URL path map. */
  record PathMap(ElementKey map) implements Destination {}

  /** The rule names nothing that this model knows. */
  record Unknown() implements Destination {}
}
