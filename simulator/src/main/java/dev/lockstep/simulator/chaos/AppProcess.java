package dev.lockstep.simulator.chaos;

/**
 * One process of an app. Every method may throw; what that means is the caller's affair, as it is
 * the Functions host's.
 */
public interface AppProcess {
  /** Takes a delivery of Event Grid. */
  void event(String payload);

  /** Takes an alert. */
  void alert(String payload);

  /** The timer of the drift check fires. */
  void driftCheck();

  /** Works on a queue message. */
  void message(Delivered message);

  /** Takes what could not be worked on. */
  void poison(Delivered message);

  /** Somebody looks at the status page. */
  void status();
}
