package dev.lockstep.plan;

import dev.lockstep.model.ResourceId;
import dev.lockstep.model.Sha256;
import java.util.List;

/**
 * Computes a plan's hash from what it would make of the gateway and of DNS: kind, subject, and
 * values after. Values before, entity tags, reasons and findings do not count, so that the same
 * work has the same name.
 */
final class PlanDigest {
  private PlanDigest() {}

  /**
   * @param changes in their stable order
   */
  static PlanHash of(ResourceId gateway, List<Change> changes) {
    StringBuilder text = new StringBuilder(gateway.key());
    for (Change change : changes) {
      text.append('\n').append(change.kind()).append(' ').append(ChangeOrder.key(change.subject()));
      if (change.kind() != Change.Kind.REMOVE) {
        change.fields().stream()
            .map(f -> f.path() + "=" + f.after().map(v -> Canonical.text(f.path(), v)).orElse("-"))
            .sorted()
            .forEach(field -> text.append(' ').append(field));
      }
    }
    return new PlanHash(Sha256.of(text.toString()).substring(0, 16));
  }
}
