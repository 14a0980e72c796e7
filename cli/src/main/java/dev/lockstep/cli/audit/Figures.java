package dev.lockstep.cli.audit;

import java.util.List;

/**
 * What the app did, by the simulator's record.
 *
 * @param puts gateway PUTs that were accepted
 * @param foreignChanged accepted gateway PUTs that changed an element the app had not made
 * @param armReads requests that change nothing
 * @param armWrites requests that change something, whether accepted or not
 */
public record Figures(int puts, int foreignChanged, int armReads, int armWrites) {
  /** The type of gateways, as the audit writes it. */
  public static final String GATEWAY = "microsoft.network/applicationgateways";

  /** Counts the app's lines. */
  public static Figures of(List<AuditLine> lines) {
    List<AuditLine> app = lines.stream().filter(AuditLine::isOfApp).toList();
    List<AuditLine> puts =
        app.stream()
            .filter(line -> line.method("PUT") && line.isOn(GATEWAY) && line.isAccepted())
            .toList();
    int reads = (int) app.stream().filter(AuditLine::isRead).count();
    return new Figures(
        puts.size(),
        (int) puts.stream().filter(AuditLine::changedForeign).count(),
        reads,
        app.size() - reads);
  }
}
