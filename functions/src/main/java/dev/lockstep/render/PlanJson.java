package dev.lockstep.render;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.HostName;
import dev.lockstep.plan.Change;
import dev.lockstep.plan.FieldChange;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.Subject;
import java.util.Locale;

/** A plan as data, in a stable order; certificate content is masked. */
public final class PlanJson {
  private PlanJson() {}

  /**
   * {@code {gateway, hash, summary, changes, blocked, warnings, pending}}; absent values are left
   * out.
   */
  public static ObjectNode render(Plan plan) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("gateway", plan.gatewayId().value());
    json.put("hash", plan.hash().value());
    Summary summary = Summary.of(plan);
    json.putObject("summary")
        .put("add", summary.add())
        .put("change", summary.change())
        .put("remove", summary.remove())
        .put("blocked", summary.blocked())
        .put("warnings", summary.warnings())
        .put("pending", summary.pending());
    ArrayNode changes = json.putArray("changes");
    plan.changes().forEach(change -> change(changes.addObject(), change));
    ArrayNode blocked = json.putArray("blocked");
    plan.blocked()
        .forEach(
            b -> {
              ObjectNode node = blocked.addObject();
              node.put("code", b.code().wireName()).put("binding", b.binding());
              b.host().map(HostName::value).ifPresent(host -> node.put("host", host));
              node.put("reason", b.reason()).put("remedy", b.remedy());
            });
    ArrayNode warnings = json.putArray("warnings");
    plan.warnings()
        .forEach(
            w ->
                warnings
                    .addObject()
                    .put("code", w.code())
                    .put("binding", w.binding())
                    .put("message", w.message()));
    ArrayNode pending = json.putArray("pending");
    plan.pending()
        .forEach(
            p ->
                pending
                    .addObject()
                    .put("service", p.service().value())
                    .put("host", p.host().value())
                    .put("firstMissing", p.firstMissing().toString())
                    .put("dueAt", p.dueAt().toString()));
    return json;
  }

  private static void change(ObjectNode node, Change change) {
    node.put("kind", change.kind().name().toLowerCase(Locale.ROOT));
    subject(node.putObject("subject"), change.subject());
    change.host().map(HostName::value).ifPresent(host -> node.put("host", host));
    node.put("binding", change.binding()).put("reason", change.reason());
    ArrayNode fields = node.putArray("fields");
    change.fields().forEach(field -> field(fields.addObject(), field));
  }

  private static void subject(ObjectNode node, Subject subject) {
    if (subject instanceof Subject.GatewayElement element) {
      node.put("type", "gatewayElement")
          .put("collection", element.key().collection())
          .put("name", element.key().name());
    } else if (subject instanceof Subject.DnsRecord record) {
      node.put("type", "dnsRecord").put("zone", record.zone().value()).put("name", record.name());
    }
  }

  private static void field(ObjectNode node, FieldChange field) {
    node.put("path", field.path());
    field.before().ifPresent(v -> node.set("before", ShownValue.masked(field.path(), v)));
    field.after().ifPresent(v -> node.set("after", ShownValue.masked(field.path(), v)));
  }
}
