package dev.lockstep.app;

import dev.lockstep.model.TargetId;
import dev.lockstep.port.Signals;
import dev.lockstep.port.StorageFailure;
import dev.lockstep.signal.Cause;
import dev.lockstep.signal.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts signals into the queue.
 *
 * <ul>
 *   <li>Of several signals for one target with the same kind of cause, one is sent: a run looks at
 *       everything anyway.
 *   <li>All are tried, even when one cannot be sent; then the first failure is thrown.
 * </ul>
 */
final class Outbox {
  private final Signals queue;

  Outbox(Signals queue) {
    this.queue = queue;
  }

  /**
   * Sends them.
   *
   * @return what was sent
   * @throws StorageFailure when at least one was not taken; whoever sent the cause must repeat it
   */
  List<Message.Signal> send(Collection<Message.Signal> signals) {
    return send(signals, Duration.ZERO);
  }

  /** Sends them, to be seen after that time. */
  List<Message.Signal> send(Collection<Message.Signal> signals, Duration delay) {
    Map<Key, Message.Signal> distinct = new LinkedHashMap<>();
    signals.forEach(
        signal -> distinct.putIfAbsent(new Key(signal.target(), signal.cause().kind()), signal));
    List<StorageFailure> failures = new ArrayList<>();
    for (Message.Signal signal : distinct.values()) {
      try {
        queue.send(signal, delay);
      } catch (StorageFailure e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      failures.stream().skip(1).forEach(failures.get(0)::addSuppressed);
      throw failures.get(0);
    }
    return List.copyOf(distinct.values());
  }

  private record Key(TargetId target, Cause.Kind kind) {}
}
