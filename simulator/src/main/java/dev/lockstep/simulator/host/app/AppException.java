package dev.lockstep.simulator.host.app;

/** The app cannot be served as it is; the message names what is wrong and what to do. */
public final class AppException extends RuntimeException {
  public AppException(String message) {
    super(message);
  }

  public AppException(String message, Throwable cause) {
    super(message, cause);
  }
}
