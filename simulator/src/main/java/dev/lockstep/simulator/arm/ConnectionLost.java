package dev.lockstep.simulator.arm;

/** A fault cut the connection: whoever asked gets no answer, and cannot tell what was done. */
public final class ConnectionLost extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** For a request. */
  ConnectionLost(ArmRequest request) {
    super("connection reset by a fault: " + request.method() + " " + request.path());
  }
}
