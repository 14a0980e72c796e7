package dev.lockstep.reconcile;

import dev.lockstep.port.RunSummary;
import dev.lockstep.port.StorageFailure;
import dev.lockstep.signal.Message;
import dev.lockstep.signal.MessageCodec;
import java.time.Duration;

/**
 * Records a message that could not be carried out after all tries, and says so in one line. The
 * target itself is not lost: the next signal or drift check looks at it again. A message that
 * cannot be kept stays in the queue of such messages, and is tried again by the host.
 */
final class Poison {
  private static final int LONGEST_TEXT = 4096;

  private final Journal journal;
  private final PoisonShelf shelf;
  private final Ports ports;

  Poison(Journal journal, PoisonShelf shelf, Ports ports) {
    this.journal = journal;
    this.shelf = shelf;
    this.ports = ports;
  }

  /**
   * @throws StorageFailure when it could not be kept; then nothing was recorded
   */
  void record(String text, MessageMeta meta) {
    String target = target(text);
    String why = "given up after " + meta.dequeueCount() + " tries";
    String cut = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    String line = why;
    shelf.keep(cut, meta, ports.clock().instant(), why);
    try {
      journal.poison(target, ports.clock().instant(), cut, why);
    } catch (StorageFailure e) {
      line = why + " (not journaled: " + e.getMessage() + ")";
    }
    ports.log().ended(new RunSummary(target, "poison", "Failed", line, "", 0, 0, 0, Duration.ZERO));
  }

  private static String target(String text) {
    try {
      Message message = MessageCodec.decode(text);
      return message.target().value();
    } catch (IllegalArgumentException e) {
      // What is no message of ours is still recorded, under a name that no target can have.
      return "_unknown";
    }
  }
}
