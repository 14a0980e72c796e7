package dev.lockstep.plan;

import dev.lockstep.model.ElementKey;
import dev.lockstep.model.HostName;
import dev.lockstep.model.OwnerRecord;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which elements that somebody made by hand would become ours, and for which host name. Nothing is
 * changed on the gateway by it: the owner record takes them up when a person confirms the hash, and
 * the next plan brings them to what is wanted, under the names that they have.
 *
 * @param adopted what would be ours, with the record's entry
 * @param left what stays foreign though the host name uses it, each with the reason
 * @param commands how a person makes record sets ours that were made by hand: those carry their
 *     owner themselves, and the next plan is blocked by them until then
 * @param refused host names that cannot be taken over, each with the reason
 * @param ownedAfter the owner record once it is confirmed
 * @param next the plan that would follow
 * @param hash names the proposal: what is adopted, and its content
 */
public record Adoption(
    SortedMap<ElementKey, OwnerRecord.Owned> adopted,
    List<Left> left,
    List<String> commands,
    SortedMap<HostName, String> refused,
    OwnerRecord ownedAfter,
    Plan next,
    PlanHash hash) {
  public Adoption {
    adopted = Collections.unmodifiableSortedMap(new TreeMap<>(adopted));
    left = List.copyOf(left);
    commands = List.copyOf(commands);
    refused = Collections.unmodifiableSortedMap(new TreeMap<>(refused));
  }

  /** Whether there is nothing to confirm. */
  public boolean isEmpty() {
    return adopted.isEmpty();
  }

  /**
   * An element that stays foreign.
   *
   * @param key its key
   * @param reason why, in words
   */
  public record Left(ElementKey key, String reason) {}
}
