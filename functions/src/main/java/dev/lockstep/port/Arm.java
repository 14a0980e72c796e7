package dev.lockstep.port;

/**
 * Azure Resource Manager, one request at a time. Authentication is all that is added: no retry, no
 * polling, no redirect. What came back is a value, and waiting is an outcome of the caller.
 */
@FunctionalInterface
public interface Arm {
  /**
   * Sends the request and returns what came back. Never throws for anything that the network does.
   */
  ArmAnswer send(ArmRequest request);
}
