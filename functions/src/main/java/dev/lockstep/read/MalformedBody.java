package dev.lockstep.read;

/** A body that is not what the service documents. Its message names the property. */
public final class MalformedBody extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what was expected and what was found
   */
  public MalformedBody(String message) {
    super(message);
  }
}
