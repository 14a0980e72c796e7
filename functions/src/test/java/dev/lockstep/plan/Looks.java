package dev.lockstep.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.EndpointOptions;
import dev.lockstep.model.EndpointPolicy;
import dev.lockstep.model.EndpointType;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.GatewayDocument.Element;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at what a plan would make of the gateway, and at what it has to say. */
final class Looks {
  private Looks() {}

  /** The gateway once the plan is carried out. */
  static GatewayDocument after(Estates estates) {
    Plan plan = estates.plan();
    return GatewayDocument.of(plan.gatewayBody().orElse(estates.gateway));
  }

  /** The properties of an element of ours; {@code name} without the stem. */
  static JsonNode our(Estates estates, String collection, String name) {
    Optional<Element> element =
        after(estates).element(new ElementKey(collection, "ls-lockstep-" + name));
    assertThat(element).as(collection + " " + name).isPresent();
    return element.orElseThrow().properties();
  }

  /** Names of our elements in a collection, without the stem. */
  static List<String> ours(Estates estates, String collection) {
    return after(estates).elements(collection).stream()
        .map(element -> element.key().name())
        .filter(name -> name.startsWith("ls-lockstep-"))
        .map(name -> name.substring("ls-lockstep-".length()))
        .toList();
  }

  /** The last segment of a reference. */
  static String reference(JsonNode properties, String property) {
    String id = properties.path(property).path("id").asText();
    return id.substring(id.lastIndexOf('/') + 1);
  }

  /** Each finding as {@code code: reason; remedy}. */
  static List<String> blocked(Estates estates) {
    return estates.plan().blocked().stream()
        .map(b -> b.code().wireName() + ": " + b.reason() + "; " + b.remedy())
        .toList();
  }

  /** Each warning as {@code code: message}. */
  static List<String> warnings(Estates estates) {
    return estates.plan().warnings().stream().map(w -> w.code() + ": " + w.message()).toList();
  }

  /** One endpoint type on a frontend, with ordinary timing. */
  static Map<EndpointType, EndpointPolicy> on(
      EndpointType type, String frontend, EndpointOptions options) {
    return Map.of(type, Estates.policy(frontend, "/status", 30, 120).withOptions(options));
  }
}
