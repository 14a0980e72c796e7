package dev.lockstep.simulator.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;

/** What a fault does. */
public sealed interface Effect {
  /** What an effect can befall. */
  enum Subject {
    REQUEST,
    EVENT,
    MESSAGE
  }

  /** When an effect of a request comes. */
  enum Moment {
    /** Before the request is looked at: nothing has been done. */
    BEFORE,
    /** After it has been carried out. */
    AFTER
  }

  /** What it befalls. */
  Subject subject();

  /** What befalls an ARM request. */
  sealed interface OfRequest extends Effect {
    @Override
    default Subject subject() {
      return Subject.REQUEST;
    }
  }

  /** What befalls an event. */
  sealed interface OfEvent extends Effect {
    @Override
    default Subject subject() {
      return Subject.EVENT;
    }
  }

  /** What befalls a queue message. */
  sealed interface OfMessage extends Effect {
    @Override
    default Subject subject() {
      return Subject.MESSAGE;
    }
  }

  /**
   * An ARM request is answered by an error.
   *
   * @param status HTTP status
   * @param code error code
   * @param message error message
   * @param retryAfter what Retry-After says; empty for none
   */
  record Refuse(
      int status, String code, String message, Optional<Duration> retryAfter, Moment moment)
      implements OfRequest {}

  /** The connection of an ARM request is cut without an answer. */
  record Reset(Moment moment) implements OfRequest {}

  /**
   * The operation that an ARM request starts takes longer.
   *
   * @param by how much longer
   */
  record Slow(Duration by) implements OfRequest {}

  /** The operation that an ARM request starts ends as failed. */
  record Fail(String code, String message) implements OfRequest {}

  /**
   * Somebody else writes the resource that an ARM request is about.
   *
   * @param moment before the request is checked, or after it was accepted
   * @param patch JSON merge patch of the document; empty for a change that suits its type
   */
  record Write(Moment moment, Optional<ObjectNode> patch) implements OfRequest {}

  /**
   * An ARM read shows what was.
   *
   * @param by how long ago; a minute is the longest
   */
  record Stale(Duration by) implements OfRequest {}

  /**
   * An event is delivered several times.
   *
   * @param copies how many times in all
   */
  record Duplicate(int copies) implements OfEvent {}

  /** An event leaves later. */
  record Delay(Duration by) implements OfEvent {}

  /**
   * An event leaves at any time within a span, so that events overtake each other.
   *
   * @param within the span
   */
  record Reorder(Duration within) implements OfEvent {}

  /**
   * The first attempts to deliver an event never arrive.
   *
   * @param attempts how many of them
   */
  record Lose(int attempts) implements OfEvent {}

  /**
   * A queue message stays visible while somebody works on it, so that it is received again and the
   * first receipt no longer deletes it, as after a visibility time-out.
   */
  record Twice() implements OfMessage {}
}
