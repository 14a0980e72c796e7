package dev.lockstep.reconcile;

import dev.lockstep.model.Sha256;
import dev.lockstep.model.TargetId;
import dev.lockstep.plan.PlanHash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Messages that could not be carried out after all tries, and are kept.
 *
 * @param messages in order of time
 */
public record PoisonList(List<Kept> messages) {
  public PoisonList {
    messages = List.copyOf(messages);
  }

  /** Those that can go back into the queue. */
  public List<Kept> replayable() {
    return messages.stream().filter(kept -> kept.target().isPresent()).toList();
  }

  /** Names what would be replayed. */
  public PlanHash hash() {
    String names = replayable().stream().map(Kept::name).collect(Collectors.joining("\n"));
    return new PlanHash(Sha256.of("replay\n" + names).substring(0, 16));
  }

  /**
   * One message.
   *
   * @param name where it is kept
   * @param at when it was given up
   * @param target whose it is; empty when it is no message of ours, or of a target that is not
   *     configured
   * @param why why it was given up, and what stands against a replay
   */
  public record Kept(String name, Instant at, Optional<TargetId> target, String why) {}
}
