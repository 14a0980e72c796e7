package dev.lockstep.reconcile.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.reconcile.state.TargetState.LastRun;

/** Target state as JSON text with a version. Empty text is a target never looked at. */
public final class StateCodec {
  /** The version that is written; a state of a newer version is refused, not guessed at. */
  public static final int VERSION = 1;

  private static final ObjectMapper JSON = new ObjectMapper();

  private StateCodec() {}

  /** The state as JSON text. */
  public static String encode(TargetState state) {
    ObjectNode json = JSON.createObjectNode().put("v", VERSION).put("runs", state.runs());
    json.set("holdings", HoldingsJson.encode(state.holdings()));
    json.set("flight", FlightJson.encode(state.flight()));
    json.set("agenda", AgendaJson.encode(state.agenda()));
    if (!state.withdrawals().equals(Withdrawals.NONE)) {
      json.set("withdrawals", WithdrawalsJson.encode(state.withdrawals()));
    }
    json.set("versions", VersionLookJson.encode(state.versions()));
    json.set("aftercare", AftercareJson.encode(state.aftercare()));
    json.set("writing", WritingJson.encode(state.writing()));
    if (!state.renewals().equals(Renewals.NONE)) {
      json.set("renewals", RenewalsJson.encode(state.renewals()));
    }
    if (!state.troubles().equals(Troubles.NONE)) {
      json.set("troubles", TroublesJson.encode(state.troubles()));
    }
    state.mandate().ifPresent(mandate -> json.set("mandate", MandateJson.encode(mandate)));
    state
        .lastRun()
        .ifPresent(
            run ->
                json.putObject("lastRun")
                    .put("at", Stamps.text(run.at()))
                    .put("outcome", run.outcome())
                    .put("why", run.why()));
    return json.toString();
  }

  /**
   * The state in the text.
   *
   * @throws UnreadableState when the text is no state that this version understands
   */
  public static TargetState decode(String text) {
    if (text.isBlank()) {
      return TargetState.INITIAL;
    }
    try {
      return decode(JSON.readTree(text));
    } catch (JsonProcessingException e) {
      throw new UnreadableState("it is not JSON", e);
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      throw new UnreadableState(String.valueOf(e.getMessage()), e);
    }
  }

  private static TargetState decode(JsonNode json) {
    int version = json.path("v").asInt();
    if (version != VERSION) {
      throw new IllegalArgumentException(
          "it is of version " + version + " and this version reads " + VERSION);
    }
    return new TargetState(
        json.path("runs").asLong(),
        HoldingsJson.decode(json.path("holdings")),
        FlightJson.decode(json.path("flight")),
        AgendaJson.decode(json.path("agenda")),
        Fields.object(json, "lastRun").map(StateCodec::lastRun),
        WithdrawalsJson.decode(json.path("withdrawals")),
        AftercareJson.decode(json.path("aftercare")),
        WritingJson.decode(json.path("writing")),
        VersionLookJson.decode(json.path("versions")),
        RenewalsJson.decode(json.path("renewals")),
        TroublesJson.decode(json.path("troubles")),
        Fields.object(json, "mandate").map(MandateJson::decode));
  }

  private static LastRun lastRun(JsonNode json) {
    return new LastRun(
        Fields.instant(json, "at"), Fields.text(json, "outcome"), Fields.text(json, "why"));
  }

  /** A state blob that this version cannot read. */
  public static final class UnreadableState extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableState(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
