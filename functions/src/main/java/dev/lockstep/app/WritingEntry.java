package dev.lockstep.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.reconcile.state.IfMatch;
import dev.lockstep.reconcile.state.Overtaking;
import dev.lockstep.reconcile.state.Writing;
import java.util.Locale;

/** What writing has taught, in the status report. */
final class WritingEntry {
  private WritingEntry() {}

  static void fill(ObjectNode entry, Writing writing) {
    ifMatch(entry.putObject("ifMatch"), writing.ifMatch());
    overtaken(entry.putObject("overtaken"), writing.overtaking());
    ArrayNode quarantined = entry.putArray("quarantined");
    writing
        .quarantine()
        .hosts()
        .forEach(
            (host, refused) ->
                quarantined
                    .addObject()
                    .put("host", host.value())
                    .put("hash", refused.hash())
                    .put("reason", refused.reason()));
  }

  private static void ifMatch(ObjectNode json, IfMatch ifMatch) {
    json.put("support", ifMatch.support().name().toLowerCase(Locale.ROOT));
    ifMatch.learnedAt().ifPresent(at -> json.put("learnedAt", at.toString()));
  }

  private static void overtaken(ObjectNode json, Overtaking overtaking) {
    json.put("total", overtaking.total());
    ArrayNode reports = json.putArray("reports");
    for (Overtaking.Overtake report : overtaking.reports()) {
      ObjectNode entry = reports.addObject();
      report.write().writer().appId().ifPresent(id -> entry.put("appId", id));
      report.write().writer().objectId().ifPresent(id -> entry.put("objectId", id));
      entry
          .put("at", report.write().at().toString())
          .put("correlation", report.write().id())
          .put("from", report.window().from().toString())
          .put("until", report.window().until().toString())
          .put("plan", report.window().plan().value());
    }
  }
}
