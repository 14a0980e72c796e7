package dev.lockstep.reconcile.world;

import dev.lockstep.port.Signals;
import dev.lockstep.signal.Message;
import dev.lockstep.signal.MessageCodec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A queue in memory: messages become visible later, are hidden while somebody works on them, and
 * come back when they are not deleted. What is kept is the text, as in the real queue.
 */
public final class InMemorySignals implements Signals {
  private final Clock clock;
  private final List<Entry> entries = new ArrayList<>();

  public InMemorySignals(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void send(Message message, Duration delay) {
    Instant now = clock.instant();
    entries.add(new Entry(MessageCodec.encode(message), now, now.plus(delay)));
  }

  /** When the next message is or becomes visible; empty when there is none at all. */
  public Optional<Instant> nextVisible() {
    return entries.stream().map(entry -> entry.visibleAt).min(Comparator.naturalOrder());
  }

  /** Hands out the next visible message and hides it for that long; empty when there is none. */
  public Optional<Entry> receive(Duration hidden) {
    Instant now = clock.instant();
    Optional<Entry> next =
        entries.stream()
            .filter(entry -> !entry.visibleAt.isAfter(now))
            .min(Comparator.comparing(entry -> entry.visibleAt));
    next.ifPresent(
        entry -> {
          entry.dequeueCount++;
          entry.visibleAt = now.plus(hidden);
        });
    return next;
  }

  /** The message was worked off. */
  public void delete(Entry entry) {
    entries.remove(entry);
  }

  /** The work failed: the message comes back after that long. */
  public void giveBack(Entry entry, Duration hidden) {
    entry.visibleAt = clock.instant().plus(hidden);
  }

  /** Everything in the queue, hidden or not. */
  public List<Message> messages() {
    return entries.stream().map(Entry::message).toList();
  }

  /** One message with what the queue knows of it. */
  public static final class Entry {
    private final String text;
    private final Instant insertedAt;
    private Instant visibleAt;
    private long dequeueCount;

    private Entry(String text, Instant insertedAt, Instant visibleAt) {
      this.text = text;
      this.insertedAt = insertedAt;
      this.visibleAt = visibleAt;
    }

    /** The message in its text. */
    public Message message() {
      return MessageCodec.decode(text);
    }

    /** When it was put into the queue. */
    public Instant insertedAt() {
      return insertedAt;
    }

    /** How often it was handed out. */
    public long dequeueCount() {
      return dequeueCount;
    }
  }
}
