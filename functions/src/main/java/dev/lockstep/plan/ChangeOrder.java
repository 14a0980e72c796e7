package dev.lockstep.plan;

import dev.lockstep.desire.Kind;
import dev.lockstep.model.HostName;
import java.util.Comparator;

/**
 * The order in which changes are shown: binding by binding, what several host names share first,
 * then host by host, each from the pool to the rule and then its record.
 */
final class ChangeOrder {
  static final Comparator<Change> OF_CHANGES =
      Comparator.comparing(Change::binding)
          .thenComparing(change -> change.host().map(HostName::value).orElse(""))
          .thenComparingInt(change -> place(change.subject()))
          .thenComparing(change -> key(change.subject()))
          .thenComparing(Change::kind);

  static final Comparator<RecordChange> OF_RECORDS =
      Comparator.comparing((RecordChange record) -> record.zone().key())
          .thenComparing(RecordChange::name);

  private ChangeOrder() {}

  private static int place(Subject subject) {
    if (subject instanceof Subject.GatewayElement element) {
      return Kind.of(element.key()).map(Kind::ordinal).orElse(Kind.values().length);
    }
    return Kind.values().length + 1;
  }

  /** A text that tells subjects apart, whatever the case of Azure's answers. */
  static String key(Subject subject) {
    if (subject instanceof Subject.GatewayElement element) {
      return element.key().toString().toLowerCase(java.util.Locale.ROOT);
    }
    Subject.DnsRecord record = (Subject.DnsRecord) subject;
    return record.zone().key() + "/a/" + record.name().toLowerCase(java.util.Locale.ROOT);
  }
}
