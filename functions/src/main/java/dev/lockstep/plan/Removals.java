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
 * Decides which host names leave.
 *
 * <pre>
 * missing host name of a source | policy sync | missing before, and removeAfter ago | within cap | then
 * ------------------------------+-------------+------------------------------------+------------+---------
 * emptied (confirmed)           | yes         | any                                | any        | leaves
 * complete                      | yes         | yes                                | yes        | leaves
 * complete                      | yes         | yes                                | no         | deleteCap, unless confirmed
 * complete                      | yes         | no                                 | any        | pending
 * any                           | no          | any                                | any        | warning removalWithheld
 * held                          | -           | -                                  | -          | nothing is missing
 * </pre>
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
      int published = Published.hosts(estate, input.instance(), source.binding()).size();
      removals.decide(source, missing, published);
    }
    return removals.leaving;
  }

  private void decide(Source source, NavigableSet<HostName> missing, int published) {
    Binding binding = source.binding();
    if (binding.deletePolicy() != DeletePolicy.SYNC) {
      missing.forEach(host -> withheld(binding, host));
      return;
    }
    boolean emptied = source instanceof Source.Emptied;
    List<HostName> due = missing.stream().filter(host -> emptied || isDue(binding, host)).toList();
    boolean confirmed = input.confirmation() == Confirmation.REMOVALS;
    if (!confirmed && !binding.deleteCap().allows(due.size(), published)) {
      findings.block(
          BlockCode.DELETE_CAP,
          binding,
          due.size()
              + " of "
              + published
              + " published host names would leave, the cap is "
              + binding.deleteCap().hosts()
              + " or "
              + binding.deleteCap().percent()
              + " %: "
              + String.join(", ", due.stream().map(HostName::value).toList()),
          CONFIRM);
      return;
    }
    due.forEach(host -> leaving.add(new Leaving(source, host)));
  }

  private boolean isDue(Binding binding, HostName host) {
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
