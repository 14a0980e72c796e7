package dev.lockstep.reconcile.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lockstep.reconcile.state.Puts.Kind;
import dev.lockstep.reconcile.state.Puts.Sent;
import java.util.ArrayList;
import java.util.List;

/** The gateway changes of the last hour as JSON. */
final class PutsJson {
  private PutsJson() {}

  static ArrayNode encode(Puts puts) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    puts.sent()
        .forEach(
            put ->
                array.addObject().put("kind", put.kind().name()).put("at", Stamps.text(put.at())));
    return array;
  }

  static Puts decode(JsonNode array) {
    List<Sent> sent = new ArrayList<>();
    for (JsonNode json : array) {
      sent.add(new Sent(Kind.valueOf(Fields.text(json, "kind")), Fields.instant(json, "at")));
    }
    return new Puts(sent);
  }
}
