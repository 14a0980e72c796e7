package dev.lockstep.app;

import dev.lockstep.port.Signals;
import dev.lockstep.port.StorageFailure;
import dev.lockstep.signal.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A queue in memory that can refuse the messages of some targets. */
public final class MemoryQueue implements Signals {
  private final List<Message> messages = new ArrayList<>();
  private final Set<String> refused = new HashSet<>();

  @Override
  public void send(Message message, Duration delay) {
    if (refused.contains(message.target().value())) {
      throw new StorageFailure("the queue is full of " + message.target());
    }
    messages.add(message);
  }

  /** From now on, messages of this target are refused. */
  public void refuse(String target) {
    refused.add(target);
  }

  /** What was taken, in order. */
  public List<Message> messages() {
    return messages;
  }

  /** What was taken, as signals. */
  public List<Message.Signal> signals() {
    return messages.stream().map(Message.Signal.class::cast).toList();
  }
}
