package dev.lockstep.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.OwnerRecord;
import dev.lockstep.reconcile.state.Agenda;
import dev.lockstep.reconcile.state.Flight;
import dev.lockstep.reconcile.state.InFlight;
import dev.lockstep.reconcile.state.TargetState;
import dev.lockstep.reconcile.state.VersionLook;
import dev.lockstep.reconcile.state.Withdrawals;
import java.util.Comparator;

/** A target's state in the status report. Operation URLs and entity tags stay inside. */
final class StateEntry {
  private StateEntry() {}

  /** Adds what the state says to the target's entry. */
  static void fill(ObjectNode entry, TargetState state) {
    entry.put("runs", state.runs());
    state
        .lastRun()
        .ifPresent(
            run ->
                entry
                    .putObject("lastRun")
                    .put("at", run.at().toString())
                    .put("outcome", run.outcome())
                    .put("why", run.why()));
    state
        .holdings()
        .confirmed()
        .ifPresent(
            confirmed ->
                entry
                    .putObject("confirmed")
                    .put("plan", confirmed.plan().value())
                    .put("who", confirmed.who())
                    .put("at", confirmed.at().toString()));
    state
        .mandate()
        .ifPresent(
            mandate ->
                entry
                    .putObject("carryingOut")
                    .put("plan", mandate.plan().value())
                    .put("who", mandate.who())
                    .put("at", mandate.at().toString()));
    flight(entry, state.flight());
    agenda(entry, state.agenda());
    WritingEntry.fill(entry, state.writing());
    owned(entry.putObject("owned"), state.holdings().owned());
    withdrawn(entry, state.withdrawals());
    versions(entry, state.versions());
    CertificatesEntry.fill(entry, state);
    ObjectNode missing = entry.putObject("missingSince");
    state.holdings().absences().firstMissing().entrySet().stream()
        .sorted(Comparator.comparing(absence -> absence.getKey().host()))
        .forEach(
            absence -> missing.put(absence.getKey().host().value(), absence.getValue().toString()));
  }

  private static void flight(ObjectNode entry, Flight flight) {
    if (flight.inFlight().isPresent()) {
      InFlight change = flight.inFlight().get();
      ObjectNode pending = entry.putObject("pending");
      pending.put("plan", change.plan().value()).put("since", change.at().toString());
      if (change instanceof InFlight.Operation operation) {
        pending.put("looks", operation.looks());
      }
    }
    flight
        .refused()
        .ifPresent(
            refused ->
                entry
                    .putObject("refused")
                    .put("change", refused.fingerprint())
                    .put("reason", refused.reason())
                    .put("remedy", refused.remedy())
                    .put("times", refused.times()));
  }

  private static void agenda(ObjectNode entry, Agenda agenda) {
    agenda.wake().ifPresent(wake -> entry.put("nextWake", wake.dueAt().toString()));
    ObjectNode deletions = entry.putObject("deletions");
    agenda.deletions().forEach((record, at) -> deletions.put(record, at.toString()));
  }

  private static void withdrawn(ObjectNode entry, Withdrawals withdrawals) {
    if (withdrawals.equals(Withdrawals.NONE)) {
      return;
    }
    ObjectNode withdrawn = entry.putObject("withdrawn");
    withdrawals.hosts().forEach((host, word) -> word(withdrawn, host.value(), word));
    withdrawals.services().forEach((service, word) -> word(withdrawn, service, word));
  }

  private static void versions(ObjectNode entry, VersionLook look) {
    if (look.equals(VersionLook.NONE)) {
      return;
    }
    ObjectNode versions = entry.putObject("apiVersions");
    look.at().ifPresent(at -> versions.put("comparedAt", at.toString()));
    versions.put("ours", look.ours()).put("newest", look.newest());
    ArrayNode lost = versions.putArray("lost");
    look.lost().forEach(lost::add);
    if (!look.problem().isEmpty()) {
      versions.put("problem", look.problem());
    }
  }

  private static void word(ObjectNode withdrawn, String what, Withdrawals.Word word) {
    withdrawn.putObject(what).put("who", word.who()).put("at", word.at().toString());
  }

  private static void owned(ObjectNode counts, OwnerRecord owned) {
    owned
        .elements()
        .keySet()
        .forEach(key -> counts.put(key.collection(), counts.path(key.collection()).asInt() + 1));
    counts.put("total", owned.elements().size());
  }
}
