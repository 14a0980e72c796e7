package dev.lockstep.simulator.fault;

/**
 * Something that is wrong with a fault as it was described.
 *
 * @param field which part
 * @param remedy what to do
 */
public record Problem(String field, String remedy) {
  @Override
  public String toString() {
    return field + " " + remedy;
  }
}
