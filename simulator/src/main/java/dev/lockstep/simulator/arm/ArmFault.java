package dev.lockstep.simulator.arm;

/** A refusal: thrown by whoever finds the reason, answered by the front as it is. */
public final class ArmFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient ArmResponse response;

  /** A refusal with the answer to give. */
  public ArmFault(ArmResponse response) {
    super(response.status() + " " + response.body().map(Object::toString).orElse(""));
    this.response = response;
  }

  /** The answer. */
  public ArmResponse response() {
    return response;
  }

  /** The same refusal with one more header. */
  public ArmFault with(String header, String value) {
    return new ArmFault(response.with(header, value));
  }
}
