package dev.lockstep.reconcile.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The gateway change under way, and what became of earlier ones.
 *
 * @param inFlight a change that is, or may be, on its way
 * @param refused the latest change that the service refused; not sent again until it differs
 * @param landed changes that took effect lately, oldest first
 */
public record Flight(Optional<InFlight> inFlight, Optional<Refused> refused, List<Landed> landed) {
  /** Nothing on its way, nothing behind. */
  public static final Flight NONE = new Flight(Optional.empty(), Optional.empty(), List.of());

  private static final int LANDED_KEPT = 8;

  public Flight {
    landed = List.copyOf(landed);
  }

  /** The same with a change on its way. */
  public Flight carrying(InFlight change) {
    return new Flight(Optional.of(change), refused, landed);
  }

  /** The same with nothing on its way. */
  public Flight cleared() {
    return new Flight(Optional.empty(), refused, landed);
  }

  /** The same, its latest change refused. */
  public Flight refusing(Refused refusal) {
    return new Flight(inFlight, Optional.of(refusal), landed);
  }

  /** The same, its latest change having taken effect. */
  public Flight landing(Landed change) {
    int skip = Math.max(0, landed.size() + 1 - LANDED_KEPT);
    List<Landed> kept = Stream.concat(landed.stream(), Stream.of(change)).skip(skip).toList();
    return new Flight(inFlight, Optional.empty(), kept);
  }

  /**
   * A change that the service refused.
   *
   * @param fingerprint names the change of the gateway document
   * @param reason what the service said
   * @param remedy what a person can do
   * @param times how often it was refused in a row
   * @param last whether it must not be sent again; a failure that may pass gets a few tries
   */
  public record Refused(
      String fingerprint, String reason, String remedy, int times, boolean last) {}

  /**
   * A change that took effect.
   *
   * @param fingerprint names the change of the gateway document
   * @param at when it was seen to have taken effect
   * @param sent when it was about to be sent; what happened in between, it may have missed
   * @param etagBefore entity tag of the document that it was made on
   */
  public record Landed(String fingerprint, Instant at, Instant sent, Optional<String> etagBefore) {}

  /**
   * Whether a read shows a document that a change of ours has since replaced: it is older than that
   * change.
   *
   * @param etag entity tag of what was read
   * @param since changes that took effect before this are not asked
   */
  public boolean hasReplaced(Optional<String> etag, Instant since) {
    return etag.isPresent()
        && landed.stream()
            .anyMatch(one -> one.at().isAfter(since) && one.etagBefore().equals(etag));
  }
}
