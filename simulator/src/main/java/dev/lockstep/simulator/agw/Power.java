package dev.lockstep.simulator.agw;

/** Starting and stopping: {@code operationalState} on the way and at the end. */
enum Power {
  START("StartApplicationGatewayOperation", "Starting", "Running"),
  STOP("StopApplicationGatewayOperation", "Stopping", "Stopped");

  private final String operation;
  private final String during;
  private final String after;

  Power(String operation, String during, String after) {
    this.operation = operation;
    this.during = during;
    this.after = after;
  }

  String operation() {
    return operation;
  }

  String during() {
    return during;
  }

  String after() {
    return after;
  }
}
