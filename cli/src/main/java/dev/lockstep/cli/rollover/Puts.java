package dev.lockstep.cli.rollover;

import dev.lockstep.cli.audit.AuditLine;
import dev.lockstep.simulator.audit.Audit;
import dev.lockstep.simulator.audit.AuditEntry;
import java.util.List;

/**
 * What the app did with one gateway, by the simulator's audit.
 *
 * @param audit every ARM request
 * @param gateway id in lower case
 */
record Puts(Audit audit, String gateway) {
  /** A mark to count from. */
  int mark() {
    return audit.entries().size();
  }

  /** PUTs that were taken since a mark. */
  List<AuditEntry> since(int mark) {
    return audit.since(mark).stream()
        .filter(entry -> ofApp(entry, "PUT"))
        .filter(AuditEntry::wrote)
        .toList();
  }

  /** How often the gateway was read since a mark. */
  int readsSince(int mark) {
    return (int) audit.since(mark).stream().filter(entry -> ofApp(entry, "GET")).count();
  }

  /** Whether a PUT changed the document. */
  static boolean changed(AuditEntry put) {
    return !put.hashBefore().equals(put.hashAfter());
  }

  /** Whether a PUT changed what the app has not made. */
  static boolean changedForeign(AuditEntry put) {
    return !put.foreignHashBefore().equals(put.foreignHashAfter());
  }

  private boolean ofApp(AuditEntry entry, String method) {
    return entry.principalName().equals(AuditLine.APP)
        && entry.method().equals(method)
        && entry.resource().equals(gateway);
  }
}
