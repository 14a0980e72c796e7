package dev.lockstep.reconcile.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.HostName;
import dev.lockstep.reconcile.state.Renewal.Side;
import dev.lockstep.reconcile.state.Renewal.View;
import dev.lockstep.reconcile.state.Renewals.Told;
import java.util.Locale;
import java.util.TreeMap;

/** Renewals as JSON. */
final class RenewalsJson {
  private RenewalsJson() {}

  static ObjectNode encode(Renewals renewals) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ObjectNode newest = json.putObject("newest");
    renewals.newest().forEach((host, thumbprint) -> newest.put(host.value(), thumbprint));
    ObjectNode open = json.putObject("open");
    renewals.open().forEach((host, renewal) -> open.set(host.value(), encode(renewal)));
    ObjectNode told = json.putObject("told");
    renewals
        .told()
        .forEach(
            (what, finding) ->
                told.putObject(what)
                    .put("stage", finding.stage())
                    .put("ends", Stamps.text(finding.ends()))
                    .put("at", Stamps.text(finding.at())));
    return json;
  }

  private static ObjectNode encode(Renewal renewal) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("wanted", renewal.wanted());
    json.put("since", Stamps.text(renewal.since()))
        .put("deadline", Stamps.text(renewal.deadline()));
    json.put("sure", renewal.sure());
    json.put("written", renewal.written()).put("nudged", renewal.nudged());
    json.set("listener", encode(renewal.listener()));
    json.set("service", encode(renewal.service()));
    renewal.followsSince().ifPresent(at -> json.put("followsSince", Stamps.text(at)));
    json.put("unverifiable", renewal.unverifiable()).put("looks", renewal.looks());
    json.put("nextLook", Stamps.text(renewal.nextLook()));
    renewal.told().ifPresent(at -> json.put("told", Stamps.text(at)));
    return json;
  }

  private static ObjectNode encode(Side side) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("view", side.view().name().toLowerCase(Locale.ROOT))
        .put("unseen", side.unseen());
  }

  static Renewals decode(JsonNode json) {
    TreeMap<HostName, String> newest = new TreeMap<>();
    json.path("newest")
        .properties()
        .forEach(entry -> newest.put(new HostName(entry.getKey()), entry.getValue().asText()));
    TreeMap<HostName, Renewal> open = new TreeMap<>();
    json.path("open")
        .properties()
        .forEach(entry -> open.put(new HostName(entry.getKey()), renewal(entry.getValue())));
    TreeMap<String, Told> told = new TreeMap<>();
    json.path("told")
        .properties()
        .forEach(
            entry ->
                told.put(
                    entry.getKey(),
                    new Told(
                        Fields.text(entry.getValue(), "stage"),
                        Fields.instant(entry.getValue(), "ends"),
                        Fields.instant(entry.getValue(), "at"))));
    return new Renewals(newest, open, told);
  }

  private static Renewal renewal(JsonNode json) {
    return new Renewal(
        Fields.text(json, "wanted"),
        Fields.instant(json, "since"),
        Fields.instant(json, "deadline"),
        json.path("sure").asBoolean(),
        json.path("written").asBoolean(),
        json.path("nudged").asBoolean(),
        side(json.path("listener")),
        side(json.path("service")),
        Fields.optionalInstant(json, "followsSince"),
        json.path("unverifiable").asBoolean(),
        json.path("looks").asInt(),
        Fields.instant(json, "nextLook"),
        Fields.optionalInstant(json, "told"));
  }

  private static Side side(JsonNode json) {
    return new Side(
        View.valueOf(Fields.text(json, "view").toUpperCase(Locale.ROOT)),
        json.path("unseen").asInt());
  }
}
