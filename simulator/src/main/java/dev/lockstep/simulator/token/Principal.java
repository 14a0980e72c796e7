package dev.lockstep.simulator.token;

import static java.util.Objects.requireNonNull;

/**
 * Who makes a request.
 *
 * @param name what the audit calls it, such as {@code lockstep}
 * @param objectId object id of the service principal
 * @param clientId application (client) id
 */
public record Principal(String name, String objectId, String clientId) {
  /** A request without a valid token. */
  public static final Principal ANONYMOUS = new Principal("anonymous", "", "");

  public Principal {
    requireNonNull(name, "name is null");
    requireNonNull(objectId, "objectId is null");
    requireNonNull(clientId, "clientId is null");
  }
}
