package dev.lockstep.simulator.token;

import java.util.List;
import java.util.Optional;

/**
 * The principals of the simulated tenant. Their ids are fixed, so that a test can name them; their
 * secrets are not.
 */
public final class Principals {
  /** The tenant of every principal and subscription. */
  public static final String TENANT = "22222222-2222-2222-2222-222222222222";

  /** The managed identity of the function app. */
  public static final Principal LOCKSTEP =
      new Principal(
          "lockstep",
          "44444444-4444-4444-4444-444444444444",
          "55555555-5555-5555-5555-555555555555");

  /** Whoever sets up and watches: a service principal with a secret. */
  public static final Principal OPERATOR =
      new Principal(
          "operator",
          "44444444-4444-4444-4444-00000000000a",
          "55555555-5555-5555-5555-00000000000a");

  /** Somebody else who works on the same resources. */
  public static final Principal COLLEAGUE =
      new Principal(
          "colleague",
          "44444444-4444-4444-4444-00000000000c",
          "55555555-5555-5555-5555-00000000000c");

  private static final List<Principal> ALL = List.of(LOCKSTEP, OPERATOR, COLLEAGUE);

  private Principals() {}

  /** The principal with an object id. */
  public static Optional<Principal> byObjectId(String objectId) {
    return ALL.stream().filter(one -> one.objectId().equals(objectId)).findFirst();
  }

  /** The principal with a name of the audit. */
  public static Optional<Principal> byName(String name) {
    return ALL.stream().filter(one -> one.name().equals(name)).findFirst();
  }
}
