package dev.lockstep.reconcile;

import dev.lockstep.model.Binding;
import dev.lockstep.model.HostName;
import dev.lockstep.model.OwnerRecord;
import dev.lockstep.reconcile.state.Withdrawals;
import dev.lockstep.reconcile.state.Withdrawals.Word;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a person may want of a target besides a run. It is shown as a {@link Proposal} first, and
 * carried out when its hash is confirmed.
 *
 * <pre>
 * verb    | what becomes of the host names
 * --------+--------------------------------------------------------------------------------------
 * release | their elements stay as they are, and are ours no longer
 * remove  | their elements and record sets leave now, and are not made again though the service
 *         | lists them, until they are published
 * publish | what was removed so is published again
 * adopt   | the elements that somebody made for them by hand become ours
 * </pre>
 *
 * @param verb what is to be done
 * @param host for this host name; empty for all of the binding or target
 * @param binding for this binding, by name; empty for all
 */
public record Order(Verb verb, Optional<HostName> host, Optional<String> binding) {
  /** What may be ordered. */
  public enum Verb {
    RELEASE,
    REMOVE,
    PUBLISH,
    ADOPT;

    /** The name in calls, journals and log lines. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether the host name is meant, which is published for the binding. */
  boolean isFor(Binding of, HostName name) {
    return host.filter(h -> !h.equals(name)).isEmpty() && isFor(of);
  }

  private boolean isFor(Binding of) {
    return binding.filter(name -> !name.equals(of.name())).isEmpty();
  }

  /** Whether it means anything that is ours. */
  boolean touches(OwnerRecord owned, List<Binding> bindings) {
    return owned.elements().values().stream()
        .anyMatch(
            element ->
                bindings.stream()
                    .filter(of -> of.service().equals(element.service()))
                    .anyMatch(of -> element.host().filter(name -> isFor(of, name)).isPresent()));
  }

  /** What is withdrawn once this is done. */
  Withdrawals on(Withdrawals before, List<Binding> bindings, Word word) {
    return switch (verb) {
      case RELEASE, ADOPT -> before;
      case REMOVE -> withdrawn(before, bindings, word);
      case PUBLISH -> published(before, bindings);
    };
  }

  private Withdrawals withdrawn(Withdrawals before, List<Binding> bindings, Word word) {
    if (host.isPresent()) {
      return before.with(host.get(), word);
    }
    Withdrawals after = before;
    for (Binding each : bindings) {
      after = isFor(each) ? after.with(each.service(), word) : after;
    }
    return after;
  }

  private Withdrawals published(Withdrawals before, List<Binding> bindings) {
    if (host.isPresent()) {
      return before.without(host.get());
    }
    Withdrawals after = binding.isPresent() ? before : Withdrawals.NONE;
    for (Binding each : bindings) {
      after = isFor(each) ? after.without(each.service()) : after;
    }
    return after;
  }
}
