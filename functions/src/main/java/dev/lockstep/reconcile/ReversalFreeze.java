package dev.lockstep.reconcile;

import dev.lockstep.model.Binding;
import dev.lockstep.model.HostName;
import dev.lockstep.model.OwnerRecord.Owned;
import dev.lockstep.model.ResourceId;
import dev.lockstep.plan.Snapshot.Before;
import dev.lockstep.reconcile.state.Reversal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds a reversal while a binding is frozen of which it would put back an element: a freeze means
 * that nothing of the binding is changed, by nobody, and a person decides whether the harm is worth
 * breaking it.
 */
final class ReversalFreeze {
  private ReversalFreeze() {}

  /** How the run ends that may not take the change back yet; empty when it may. */
  static Optional<Step> hold(Session session, Reversal reversal) {
    List<Binding> touched = touched(session, reversal);
    return Freezes.thaw(session, touched).map(end -> wait(session, reversal, touched, end));
  }

  /** The bindings whose elements come back; all of them where the document is sent as it is. */
  private static List<Binding> touched(Session session, Reversal reversal) {
    Set<HostName> hosts = reversal.hosts();
    Set<ResourceId> services =
        reversal.snapshot().elements().values().stream()
            .map(Before::owned)
            .filter(owned -> hosts.isEmpty() || owned.host().filter(hosts::contains).isPresent())
            .map(Owned::service)
            .collect(Collectors.toSet());
    return session.bindings().stream()
        .filter(binding -> services.isEmpty() || services.contains(binding.service()))
        .toList();
  }

  private static Step wait(Session session, Reversal reversal, List<Binding> touched, Instant end) {
    String names =
        touched.stream()
            .filter(binding -> Freezes.thaw(session, List.of(binding)).isPresent())
            .map(Binding::name)
            .collect(Collectors.joining(", "));
    String why =
        reversal.why() + "; it is not taken back while " + names + " is frozen, until " + end;
    Reminder.tell(
        session,
        new Finding(
            FindingCode.REVERSAL_FROZEN,
            why,
            "To have it taken back now, shorten the freeze window of "
                + names
                + " in the configuration, or take it out, and resync; nothing else is written on"
                + " this gateway meanwhile. "
                + reversal.remedy()));
    return new Step.End(new Outcome.Waiting(Duration.between(session.now(), end), why));
  }
}
