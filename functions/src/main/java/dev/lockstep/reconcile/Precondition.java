package dev.lockstep.reconcile;

import dev.lockstep.port.ArmAnswer;
import dev.lockstep.port.ArmAnswer.Answered;
import dev.lockstep.reconcile.state.IfMatch.Support;
import java.util.Map;
import java.util.Optional;

/**
 * The condition of a gateway PUT. Whether the gateway honours {@code If-Match} is not documented,
 * so the first wanted write asks: it carries a tag that no document has.
 *
 * <pre>
 * support  | sent with        | 412                    | success            | any other answer
 * ---------+------------------+------------------------+--------------------+-----------------
 * unknown  | a wrong tag      | honoured; nothing was  | ignored; it was    | still unknown
 *          |                  | written: send it now   | the wanted write   |
 * honoured | the planned tag  | another writer         | -                  | -
 * ignored  | the planned tag  | unknown again; another | -                  | -
 *          |                  | writer                 |                    |
 * any      | none: the document that was planned on has no tag
 * </pre>
 *
 * The intent is the same for the question and for the write, since the question may be carried out:
 * who finds it without an operation must expect both.
 *
 * @param tag what is sent; empty when there is no condition
 * @param asks whether it is the question
 */
record Precondition(Optional<String> tag, boolean asks) {
  /** Of the right form, and of no document: tags of the provider hold random GUIDs. */
  static final String WRONG_TAG = "W/\"00000000-0000-0000-0000-000000000000\"";

  /** The condition of a write that was planned on that tag. */
  static Precondition of(Session session, Optional<String> planned) {
    boolean asks = planned.isPresent() && session.writing().ifMatch().support() == Support.UNKNOWN;
    return new Precondition(asks ? Optional.of(WRONG_TAG) : planned, asks);
  }

  /** Whether the write fails where somebody else came between. */
  static boolean protects(Session session, Optional<String> planned) {
    return planned.isPresent() && session.writing().ifMatch().support() == Support.HONOURED;
  }

  Map<String, String> headers() {
    return tag.map(value -> Map.of("If-Match", value)).orElse(Map.of());
  }

  /** Learns from the answer; true when it says that the write can be sent now. */
  boolean learn(Session session, ArmAnswer answer) {
    if (tag.isEmpty() || !(answer instanceof Answered answered)) {
      return false;
    }
    if (answered.status() == 412) {
      boolean contradicts = session.writing().ifMatch().support() == Support.IGNORED;
      learned(session, contradicts ? Support.UNKNOWN : Support.HONOURED);
      return asks;
    }
    if (asks && answered.isSuccess()) {
      learned(session, Support.IGNORED);
    }
    return false;
  }

  private static void learned(Session session, Support support) {
    if (session.writing().ifMatch().support() != support) {
      session
          .record()
          .note(
              switch (support) {
                case HONOURED -> "the gateway honours If-Match";
                case IGNORED -> "the gateway ignores If-Match";
                case UNKNOWN -> "the gateway refused a tag though it ignored one before";
              });
      session.set(
          session.writing().with(session.writing().ifMatch().learned(support, session.now())));
    }
  }
}
