package dev.lockstep.simulator.storage;

/** What goes wrong with queues, within what the service documents: at least once. */
public interface QueueFaults {
  /** Nothing goes wrong. */
  QueueFaults NONE = queue -> false;

  /**
   * Asked once for each message that is received. When it says yes the message stays visible: it
   * will be received again, and the receipt given now no longer deletes it.
   */
  boolean staysVisible(String queue);
}
