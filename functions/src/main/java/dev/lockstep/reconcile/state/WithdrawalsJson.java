package dev.lockstep.reconcile.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.HostName;
import dev.lockstep.reconcile.state.Withdrawals.Word;
import java.util.Map;
import java.util.TreeMap;

/** What is withdrawn, as JSON. */
final class WithdrawalsJson {
  private WithdrawalsJson() {}

  static ObjectNode encode(Withdrawals withdrawals) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ObjectNode hosts = json.putObject("hosts");
    withdrawals.hosts().forEach((host, word) -> hosts.set(host.value(), word(word)));
    ObjectNode services = json.putObject("services");
    withdrawals.services().forEach((service, word) -> services.set(service, word(word)));
    return json;
  }

  static Withdrawals decode(JsonNode json) {
    Map<HostName, Word> hosts = new TreeMap<>();
    json.path("hosts")
        .properties()
        .forEach(entry -> hosts.put(new HostName(entry.getKey()), word(entry.getValue())));
    Map<String, Word> services = new TreeMap<>();
    json.path("services")
        .properties()
        .forEach(entry -> services.put(entry.getKey(), word(entry.getValue())));
    return new Withdrawals(hosts, services);
  }

  private static ObjectNode word(Word word) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("who", word.who())
        .put("at", Stamps.text(word.at()));
  }

  private static Word word(JsonNode json) {
    return new Word(Fields.text(json, "who"), Fields.instant(json, "at"));
  }
}
