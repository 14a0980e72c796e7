package dev.lockstep.plan;

import dev.lockstep.model.Binding;
import dev.lockstep.model.HostName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Gathers what a plan has to say besides its changes; each thing is said once, in a fixed order.
 */
final class Findings {
  /** By binding, then what concerns all of it, then host by host. */
  static final Comparator<Blocked> ORDER =
      Comparator.comparing(Blocked::binding)
          .thenComparing(b -> b.host().map(HostName::value).orElse(""))
          .thenComparing(Blocked::code)
          .thenComparing(Blocked::reason)
          .thenComparing(Blocked::remedy);

  private final Set<Blocked> blocked = new TreeSet<>(ORDER);
  private final Set<Warning> warnings =
      new TreeSet<>(
          Comparator.comparing(Warning::binding)
              .thenComparing(Warning::code)
              .thenComparing(Warning::message));
  private final Set<PendingRemoval> pending =
      new TreeSet<>(
          Comparator.comparing(PendingRemoval::host)
              .thenComparing(p -> p.service().key())
              .thenComparing(PendingRemoval::firstMissing));

  void block(BlockCode code, Binding binding, HostName host, String reason, String remedy) {
    blocked.add(new Blocked(code, binding.name(), Optional.of(host), reason, remedy));
  }

  void block(BlockCode code, Binding binding, String reason, String remedy) {
    blocked.add(new Blocked(code, binding.name(), Optional.empty(), reason, remedy));
  }

  void warn(WarningCode code, String binding, String message) {
    warnings.add(new Warning(code.wireName(), binding, message));
  }

  void pending(PendingRemoval removal) {
    pending.add(removal);
  }

  /** Takes over what others say. */
  void add(Findings others) {
    blocked.addAll(others.blocked);
    warnings.addAll(others.warnings);
    pending.addAll(others.pending);
  }

  List<Blocked> blocked() {
    return List.copyOf(blocked);
  }

  List<Warning> warnings() {
    return List.copyOf(warnings);
  }

  List<PendingRemoval> pending() {
    return List.copyOf(pending);
  }
}
