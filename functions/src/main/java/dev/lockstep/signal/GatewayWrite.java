package dev.lockstep.signal;

import java.time.Instant;
import java.util.Optional;

/**
 * A write of a gateway document that somebody made, as its event tells.
 *
 * @param writer who
 * @param at when, by the clock of Azure Resource Manager; the end of the operation, or its
 *     acceptance: which of them is not documented
 * @param canceled whether a later write took its place
 * @param id names the write: the same in all events about it
 */
public record GatewayWrite(Writer writer, Instant at, boolean canceled, String id) {
  // A correlation id is a GUID; what is longer is not to fill a message or a state.
  private static final int MAX_ID = 200;
  private static final String OPERATION = "Microsoft.Network/applicationGateways/write";

  public GatewayWrite {
    id = PlainText.of(id, MAX_ID);
  }

  /** Whether both events are about the same write. */
  public boolean isSame(GatewayWrite other) {
    return id.equals(other.id);
  }

  /**
   * The write that an event tells of; one that failed, too: a gateway that is Failed may hold what
   * it was to be.
   */
  public static Optional<GatewayWrite> of(
      String type, Optional<String> operation, Writer writer, Optional<Instant> at, String id) {
    Optional<String> end = ArmEventTypes.end(type);
    boolean isWrite = operation.filter(OPERATION::equalsIgnoreCase).isPresent();
    return isWrite && writer.isKnown() && end.isPresent()
        ? at.map(when -> new GatewayWrite(writer, when, end.get().equals("was canceled"), id))
        : Optional.empty();
  }
}
