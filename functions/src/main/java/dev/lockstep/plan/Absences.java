package dev.lockstep.plan;

import dev.lockstep.model.HostName;
import dev.lockstep.model.ResourceId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * When complete reads of a settled service first lacked a host name that we publish (design 5.7).
 * Kept in the target's state between runs; a host name that comes back is taken out.
 *
 * @param firstMissing time of the first such read, by service and host name
 */
public record Absences(Map<Key, Instant> firstMissing) {
  /** No host name is missing. */
  public static final Absences NONE = new Absences(Map.of());

  public Absences {
    firstMissing = Map.copyOf(firstMissing);
  }

  /** When the host name was first missing; empty when it was there at the last look. */
  public Optional<Instant> of(ResourceId service, HostName host) {
    return Optional.ofNullable(firstMissing.get(new Key(service, host)));
  }

  /**
   * The absences after this look: a host name that a complete read lacks keeps the time at which it
   * was first missing, one that is back is taken out, and a service that could not be believed says
   * nothing new.
   */
  public static Absences next(PlanInput input) {
    return NextAbsences.of(input);
  }

  /** A host name of a service. */
  public record Key(ResourceId service, HostName host) {}
}
