package dev.lockstep.simulator.host.queue;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lockstep.simulator.host.app.FunctionRunner;
import dev.lockstep.simulator.host.app.HostLog;
import dev.lockstep.simulator.host.app.LoadedFunction;
import dev.lockstep.simulator.host.app.Outcome;
import dev.lockstep.simulator.host.app.QueueSettings;
import dev.lockstep.simulator.host.app.TriggerInput;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;

/**
 * What is done with one message (the host's QueueProcessor):
 *
 * <pre>
 * received more than maxDequeueCount times → poison queue, not run
 * text is not in the encoding              → poison queue, not run
 * function succeeded                       → deleted
 * failed, received fewer times             → visible again after visibilityTimeout
 * failed, received maxDequeueCount times   → poison queue
 * </pre>
 */
final class MessageWork {
  private final LoadedFunction function;
  private final QueueClient client;
  private final QueueSettings settings;
  private final MessageTiming timing;
  private final FunctionRunner runner;
  private final ScheduledExecutorService scheduler;
  private final HostLog log;

  MessageWork(
      LoadedFunction function,
      QueueClient client,
      QueueSettings settings,
      MessageTiming timing,
      FunctionRunner runner,
      ScheduledExecutorService scheduler,
      HostLog log) {
    this.function = function;
    this.client = client;
    this.settings = settings;
    this.timing = timing;
    this.runner = runner;
    this.scheduler = scheduler;
    this.log = log;
  }

  void process(ReceivedMessage message) {
    try {
      Optional<String> payload = decode(message.text());
      if (payload.isEmpty() || message.dequeueCount() > settings.maxDequeueCount()) {
        poison(message);
      } else {
        run(message, payload.get());
      }
    } catch (QueueServiceException e) {
      // The message shows again when its time-out ends; another try is all that is lost.
      log.error("message " + message.id() + ": " + e.getMessage());
    }
  }

  private void run(ReceivedMessage message, String payload) {
    String reason = "New queue message detected on '" + client.queue() + "'";
    TriggerInput input =
        new TriggerInput(reason, payload, Optional.empty(), message.metadata(payload));
    MessageHold hold = new MessageHold(client, message, timing, scheduler, log);
    Outcome outcome;
    try (hold) {
      outcome = runner.run(function, input);
    }
    ReceivedMessage held = hold.message();
    if (outcome.succeeded()) {
      client.delete(held);
    } else if (held.dequeueCount() >= settings.maxDequeueCount()) {
      poison(held);
    } else {
      var unused = client.hide(held, settings.visibilityTimeout());
    }
  }

  private void poison(ReceivedMessage message) {
    QueueClient poison = client.sibling(client.queue() + "-poison");
    log.error("message " + message.id() + " moves to the queue '" + poison.queue() + "'");
    poison.create();
    poison.put(message.text());
    client.delete(message);
  }

  private Optional<String> decode(String text) {
    if (!settings.base64()) {
      return Optional.of(text);
    }
    try {
      return Optional.of(new String(Base64.getDecoder().decode(text.strip()), UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
