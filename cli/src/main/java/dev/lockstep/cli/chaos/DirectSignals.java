package dev.lockstep.cli.chaos;

import dev.lockstep.port.Signals;
import dev.lockstep.signal.Message;
import dev.lockstep.signal.MessageCodec;
import dev.lockstep.simulator.storage.MessageQueue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/** A queue of the simulated storage without HTTP and SDK in between. */
final class DirectSignals implements Signals {
  private final MessageQueue queue;

  DirectSignals(MessageQueue queue) {
    this.queue = queue;
  }

  /** The service counts in whole seconds; a wake must not come early. */
  @Override
  public void send(Message message, Duration delay) {
    byte[] text = MessageCodec.encode(message).getBytes(StandardCharsets.UTF_8);
    Duration whole = Duration.ofSeconds((delay.toMillis() + 999) / 1000);
    var unused =
        queue.put(Base64.getEncoder().encodeToString(text), whole, Optional.of(Duration.ofDays(7)));
  }
}
