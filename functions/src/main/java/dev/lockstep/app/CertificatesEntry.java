package dev.lockstep.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.reconcile.state.Renewal;
import dev.lockstep.reconcile.state.Renewals;
import dev.lockstep.reconcile.state.TargetState;
import java.time.Duration;
import java.util.Locale;

/** Renewals that are not followed yet, and certificates that end soon, in the status report. */
final class CertificatesEntry {
  private CertificatesEntry() {}

  static void fill(ObjectNode entry, TargetState state) {
    Renewals renewals = state.renewals();
    if (renewals.open().isEmpty() && renewals.told().isEmpty()) {
      return;
    }
    ObjectNode certificates = entry.putObject("certificates");
    ArrayNode open = certificates.putArray("renewals");
    renewals
        .open()
        .forEach((host, renewal) -> fill(open.addObject().put("host", host.value()), renewal));
    ArrayNode ending = certificates.putArray("ending");
    renewals
        .told()
        .forEach(
            (what, told) -> {
              int blank = what.indexOf(' ');
              ObjectNode end = ending.addObject();
              end.put("host", what.substring(0, blank)).put("stale", what.substring(blank + 1));
              end.put("ends", told.ends().toString());
              state
                  .lastRun()
                  .ifPresent(
                      run ->
                          end.put(
                              "daysLeft",
                              Math.floorDiv(
                                  Duration.between(run.at(), told.ends()).toSeconds(),
                                  Duration.ofDays(1).toSeconds())));
            });
  }

  private static void fill(ObjectNode json, Renewal renewal) {
    json.put("wanted", renewal.wanted()).put("since", renewal.since().toString());
    json.put("deadline", renewal.deadline().toString());
    json.put("listener", renewal.listener().view().name().toLowerCase(Locale.ROOT));
    json.put("service", renewal.service().view().name().toLowerCase(Locale.ROOT));
    json.put("gatewayWritten", renewal.written() || renewal.nudged());
    json.put("unverifiable", renewal.unverifiable()).put("looks", renewal.looks());
  }
}
