package dev.lockstep.plan;

import dev.lockstep.model.Binding;
import dev.lockstep.model.DeletePolicy;
import dev.lockstep.model.HostName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;

/**
 * Decides which host names leave. A host name that a person has withdrawn is due at once and does
 * not count towards the cap.
 *
 * <pre>
 * missing host name of | policy | missing before,      | within cap | then
 *                      | sync   | and removeAfter ago  |            |
 * ---------------------+--------+----------------------+------------+----------------------------
 * an emptied source    | yes    | any                  | any        | leaves: it was confirmed
 * a complete source    | yes    | yes                  | yes        | leaves
 * a complete source    | yes    | yes                  | no         | deleteCap, unless confirmed
 * a complete source    | yes    | no                   | any        | pending
 * any source           | no     | any                  | any        | warning removalWithheld
 * a held source        | -      | -                    | -          | nothing is missing
 * </pre>
 *
 * A host name of which only the DNS record is left has been counted when it left the gateway; it
 * does not count again.
 */
final class Removals {
  /** What the remedy of a withheld removal begins with; {@link Planner} adds the plan's hash. */
  static final String CONFIRM = "confirm the removal";

  private final PlanInput input;
  private final Findings findings;
  private final List<Leaving> leaving = new ArrayList<>();

  private Removals(PlanInput input, Findings findings) {
    this.input = input;
    this.findings = findings;
  }

  /** The host names that leave, by binding and host name. */
  static List<Leaving> of(PlanInput input, Estate estate, List<Source> sources, Findings findings) {
    Removals removals = new Removals(input, findings);
    for (Source source : sources) {
      NavigableSet<HostName> missing = MissingHosts.of(source, estate, input.instance());
      removals.decide(source, missing, Published.onGateway(estate, source.binding().service()));
    }
    return removals.leaving;
  }

  private void decide(
      Source source, NavigableSet<HostName> missing, NavigableSet<HostName> published) {
    Binding binding = source.binding();
    if (binding.deletePolicy() != DeletePolicy.SYNC) {
      missing.forEach(host -> withheld(binding, host));
      return;
    }
    boolean emptied = source instanceof Source.Emptied;
    List<HostName> allDue =
        missing.stream().filter(host -> emptied || isDue(binding, host)).toList();
    List<HostName> counted =
        allDue.stream()
            .filter(host -> published.contains(host) && !binding.withdrawn().covers(host))
            .toList();
    boolean confirmed = input.confirmation() == Confirmation.REMOVALS;
    boolean overCap = !confirmed && !binding.deleteCap().allows(counted.size(), published.size());
    if (overCap) {
      findings.block(
          BlockCode.DELETE_CAP,
          binding,
          counted.size()
              + " of "
              + published.size()
              + " published host names would leave, the cap is "
              + binding.deleteCap().hosts()
              + " or "
              + binding.deleteCap().percent()
              + " %: "
              + String.join(", ", counted.stream().map(HostName::value).toList()),
          CONFIRM);
    }
    allDue.stream()
        .filter(host -> !overCap || !counted.contains(host))
        .forEach(host -> leaving.add(new Leaving(source, host)));
  }

  private boolean isDue(Binding binding, HostName host) {
    if (binding.withdrawn().covers(host)) {
      return true;
    }
    Instant now = input.observation().at();
    Optional<Instant> before = input.absences().of(binding.service(), host);
    Instant first = before.orElse(now);
    Instant dueAt = first.plus(binding.removeAfter());
    // Two reads at least: the one that notes the absence never removes.
    if (before.isPresent() && !now.isBefore(dueAt)) {
      return true;
    }
    findings.pending(new PendingRemoval(binding.service(), host, first, dueAt));
    return false;
  }

  private void withheld(Binding binding, HostName host) {
    findings.warn(
        WarningCode.REMOVAL_WITHHELD,
        binding.name(),
        host
            + " has left "
            + binding.service().name()
            + "; its elements stay, because the delete policy is "
            + binding.deletePolicy().wireName()
            + "; remove them by hand or set deletePolicy to sync");
  }

  /** A host name that leaves, and the source that no longer names it. */
  record Leaving(Source source, HostName host) {}
}
