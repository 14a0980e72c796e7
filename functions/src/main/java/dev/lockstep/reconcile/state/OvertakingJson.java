package dev.lockstep.reconcile.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.plan.PlanHash;
import dev.lockstep.reconcile.state.Overtaking.Overtake;
import dev.lockstep.reconcile.state.Overtaking.Window;
import dev.lockstep.signal.GatewayWrite;
import dev.lockstep.signal.GatewayWriteJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Overwritten writes as JSON. */
final class OvertakingJson {
  private OvertakingJson() {}

  static ObjectNode encode(Overtaking overtaking) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    overtaking.self().ifPresent(self -> json.set("self", GatewayWriteJson.encode(self)));
    ArrayNode windows = json.putArray("windows");
    overtaking.windows().forEach(window -> windows.add(window(window)));
    ArrayNode heard = json.putArray("heard");
    overtaking.heard().forEach(write -> heard.add(GatewayWriteJson.encode(write)));
    ArrayNode reports = json.putArray("reports");
    for (Overtake report : overtaking.reports()) {
      ObjectNode entry = reports.addObject();
      entry.set("write", GatewayWriteJson.encode(report.write()));
      entry.set("window", window(report.window()));
    }
    return json.put("total", overtaking.total());
  }

  static Overtaking decode(JsonNode json) {
    List<Window> windows = new ArrayList<>();
    json.path("windows").forEach(window -> windows.add(window(window)));
    List<GatewayWrite> heard = new ArrayList<>();
    json.path("heard").forEach(write -> heard.add(GatewayWriteJson.write(write)));
    List<Overtake> reports = new ArrayList<>();
    for (JsonNode report : json.path("reports")) {
      reports.add(
          new Overtake(
              GatewayWriteJson.write(report.path("write")), window(report.path("window"))));
    }
    return new Overtaking(
        Fields.object(json, "self").map(GatewayWriteJson::writer),
        windows,
        heard,
        reports,
        json.path("total").asLong());
  }

  private static ObjectNode window(Window window) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode sights = json.putArray("sights");
    window.sights().forEach(at -> sights.add(at.toString()));
    return json.put("sure", window.sure().toString())
        .put("from", window.from().toString())
        .put("until", window.until().toString())
        .put("open", window.open())
        .put("exact", window.exact())
        .put("plan", window.plan().value());
  }

  private static Window window(JsonNode json) {
    Instant from = Fields.instant(json, "from");
    List<Instant> sights = new ArrayList<>();
    json.path("sights").forEach(at -> sights.add(Instant.parse(at.asText())));
    return new Window(
        sights,
        json.has("sure") ? Fields.instant(json, "sure") : from,
        from,
        Fields.instant(json, "until"),
        json.path("open").asBoolean(),
        json.path("exact").asBoolean(),
        new PlanHash(Fields.text(json, "plan")));
  }
}
