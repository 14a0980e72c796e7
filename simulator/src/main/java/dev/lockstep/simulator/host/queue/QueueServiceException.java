package dev.lockstep.simulator.host.queue;

/** The queue service refused a call or could not be reached; {@code status} is 0 for the latter. */
final class QueueServiceException extends RuntimeException {
  private final int status;
  private final String code;

  QueueServiceException(String call, int status, String code) {
    super(call + " was answered " + status + " " + code);
    this.status = status;
    this.code = code;
  }

  QueueServiceException(String call, Throwable cause) {
    super(call + " failed: " + cause, cause);
    this.status = 0;
    this.code = "";
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }
}
