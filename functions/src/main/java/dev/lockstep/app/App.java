package dev.lockstep.app;

import java.util.logging.Logger;

/**
 * What the functions delegate to. One is built per worker process, when the first function needs
 * it; every method may be called from several threads at once.
 *
 * <p>A method that takes a log writes there what belongs to this invocation.
 */
public interface App {
  /**
   * Turns a delivery of Event Grid into signals.
   *
   * @param payload one event or an array, in either schema
   * @throws dev.lockstep.port.StorageFailure when a signal could not be put into the queue; the
   *     whole delivery is to be repeated
   */
  void event(String payload, Logger log);

  /** Turns an alert into signals. */
  Reply alert(HttpCall call, Logger log);

  /** Puts one signal per target into the queue. */
  void driftCheck(Logger log);

  /** Signals, plans or applies, as the caller asks. */
  Reply resync(HttpCall call, Logger log);

  /** Releases, removes, publishes again, adopts or replays, for a caller with the admin key. */
  Reply manage(HttpCall call, Logger log);

  /**
   * Carries out one queue message: one run for one target.
   *
   * @throws RuntimeException for a defect or a failure of storage; the host hands the message out
   *     again and in the end moves it to the poison queue
   */
  void reconcile(Delivery delivery, Logger log);

  /** Records a message that could not be carried out, and announces it. */
  void poison(Delivery delivery, Logger log);

  /** The runs of a target, newest first. */
  Reply journal(HttpCall call, Logger log);

  /** What is known of each target. */
  Reply status(HttpCall call, Logger log);
}
