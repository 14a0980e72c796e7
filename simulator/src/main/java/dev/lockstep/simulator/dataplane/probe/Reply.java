package dev.lockstep.simulator.dataplane.probe;

import java.io.IOException;

/** What came of one request. */
sealed interface Reply {
  /**
   * An answer.
   *
   * @param status HTTP status
   * @param body body as text
   */
  record Answered(int status, String body) implements Reply {}

  /** No connection. */
  record NotConnected() implements Reply {}

  /** The connection broke, in the handshake or later. */
  record Broken(IOException cause) implements Reply {}

  /** No answer in time. */
  record TooLate() implements Reply {}
}
