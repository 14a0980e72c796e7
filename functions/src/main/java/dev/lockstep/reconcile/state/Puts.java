package dev.lockstep.reconcile.state;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The gateway changes that were sent lately.
 *
 * @param sent each with its time, oldest first
 */
public record Puts(List<Sent> sent) {
  /** Nothing was sent. */
  public static final Puts NONE = new Puts(List.of());

  /** The time in which they are counted. */
  public static final Duration COUNTED = Duration.ofHours(1);

  private static final int MOST = 100;

  public Puts {
    sent = List.copyOf(sent);
  }

  /** Why a change is sent; each is counted for itself. */
  public enum Kind {
    /** What a plan wants. */
    CHANGE,
    /** The same document once more, so that the gateway looks again. */
    NUDGE,
    /** The owned part of an earlier document. */
    ROLLBACK
  }

  /** The same with one more; what is too old is forgotten. */
  public Puts sending(Kind kind, Instant at) {
    List<Sent> young = sent.stream().filter(put -> put.at().plus(COUNTED).isAfter(at)).toList();
    int skip = Math.max(0, young.size() + 1 - MOST);
    return new Puts(
        Stream.concat(young.stream(), Stream.of(new Sent(kind, at))).skip(skip).toList());
  }

  /** The same without the last one, which was refused: nothing came of it. */
  public Puts refused() {
    return sent.isEmpty() ? this : new Puts(sent.subList(0, sent.size() - 1));
  }

  /** When the next one of that kind may be sent; empty when at once. */
  public Optional<Instant> freeAt(Kind kind, int most, Instant now) {
    List<Instant> counted =
        sent.stream()
            .filter(put -> put.kind() == kind && put.at().plus(COUNTED).isAfter(now))
            .map(Sent::at)
            .toList();
    return counted.size() < most
        ? Optional.empty()
        : Optional.of(counted.get(counted.size() - most).plus(COUNTED));
  }

  /**
   * One of them.
   *
   * @param at when its intent was recorded
   */
  public record Sent(Kind kind, Instant at) {}
}
