package dev.lockstep.app;

import dev.lockstep.model.TargetId;
import dev.lockstep.plan.Blocked;
import dev.lockstep.reconcile.MessageMeta;
import dev.lockstep.reconcile.Outcome;
import dev.lockstep.signal.Message;
import dev.lockstep.signal.MessageCodec;
import java.time.Clock;
import java.util.logging.Logger;

/** From queue messages to runs, and from their outcomes to what a person has to know. */
final class QueueRuns {
  private final Runs runs;
  private final InvocationLog log;
  private final Clock clock;

  QueueRuns(Runs runs, InvocationLog log, Clock clock) {
    this.runs = runs;
    this.log = log;
    this.clock = clock;
  }

  /**
   * One run for one message.
   *
   * @throws MalformedMessage when the text is no message of ours
   */
  void run(Delivery delivery, Logger invocation) {
    Message message = message(delivery);
    Outcome outcome = log.during(invocation, () -> runs.run(message, meta(delivery)));
    announce(message.target(), outcome, invocation);
  }

  /** A message that all attempts failed on: journaled, and announced with what to do. */
  void poisoned(Delivery delivery, Logger invocation) {
    log.during(
        invocation,
        () -> {
          runs.poisoned(delivery.text(), meta(delivery));
          return delivery;
        });
    invocation.severe(
        LogLine.of("message given up")
            .with("message", delivery.text())
            .with(
                "remedy",
                "see the earlier errors of the function reconcile; the next drift check looks at"
                    + " the target again, POST /api/manage?replay=poison does so now")
            .toString());
  }

  private static Message message(Delivery delivery) {
    try {
      return MessageCodec.decode(delivery.text());
    } catch (IllegalArgumentException e) {
      throw new MalformedMessage(String.valueOf(e.getMessage()));
    }
  }

  private MessageMeta meta(Delivery delivery) {
    // A message of unknown age counts as new: an old one would be taken for answered.
    return new MessageMeta(
        delivery.insertedAt().orElseGet(clock::instant), delivery.dequeueCount());
  }

  private static void announce(TargetId target, Outcome outcome, Logger log) {
    if (outcome instanceof Outcome.Failed failed) {
      log.severe(
          LogLine.of("target needs a person")
              .with("target", target)
              .with("reason", failed.reason())
              .with("remedy", failed.remedy())
              .toString());
    } else if (outcome instanceof Outcome.Blocked blocked) {
      blocked.reasons().forEach(reason -> log.warning(line(target, reason)));
    }
  }

  private static String line(TargetId target, Blocked blocked) {
    return LogLine.of("blocked")
        .with("target", target)
        .with("code", blocked.code().wireName())
        .with("binding", blocked.binding())
        .with("host", blocked.host().map(Object::toString).orElse("-"))
        .with("reason", blocked.reason())
        .with("remedy", blocked.remedy())
        .toString();
  }

  /**
   * The text in the queue is no message of ours. Without a stack trace: the code is not at fault.
   */
  static final class MalformedMessage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedMessage(String why) {
      super(
          "the queue lockstep-signals holds something that is no signal and no wake: "
              + why
              + "; let nothing but this app write to it",
          null,
          false,
          false);
    }
  }
}
