package dev.lockstep.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.limits.Limits;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.GatewayDocument.Element;
import dev.lockstep.testing.gateway.References;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gateways as Azure answered them: each host name reaches the rule of its listener. */
class RecordedGatewaysTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "recorded/agw-v1-complex-probes-multisite.get.200.json",
        "recorded/agw-v1-redirects-authcerts.get.200.json",
        "recorded/agw-v1-urlpathmap.get.200.json",
        "recorded/agw-v2-keyvault-secret.get.200.json",
        "recorded/agw-v2-keyvault-secret.put-update.200.json",
        "recorded/agw-v2-trustedroot.get.200.json",
        "recorded/agw-v2-waf.get.200.json",
        "recorded/agw-v2-waf.put-create.201.json",
        "recorded/agw-v2-waf.put-update.200.json",
        "recorded/c7n-agw-list-and-wafpolicy.cassette.json",
        "recorded/c7n-agw-list-v1.cassette.json",
        "synthetic/agw-shared-apim-and-foreign.get.json"
      })
  void everyListenersHostsReachItsRule(String file) {
    List<GatewayDocument> gateways = gateways(file);
    assertThat(gateways).isNotEmpty();
    for (GatewayDocument gateway : gateways) {
      assertThat(References.dangling(gateway)).isEmpty();
      assertThat(Limits.check(gateway)).isEmpty();
      int asked = 0;
      for (Element rule : gateway.elements("requestRoutingRules")) {
        asked += ask(gateway, rule);
      }
      assertThat(asked).isGreaterThanOrEqualTo(gateway.elements("requestRoutingRules").size());
    }
  }

  /** Asks for each host of the rule's listener, by ids alone and not by the reader under test. */
  private static int ask(GatewayDocument gateway, Element rule) {
    Element listener = referred(gateway, rule, "httpListener", "httpListeners");
    Element port = referred(gateway, listener, "frontendPort", "frontendPorts");
    List<String> hosts = new ArrayList<>();
    if (listener.properties().hasNonNull("hostName")) {
      hosts.add(listener.properties().path("hostName").asText());
    }
    listener.properties().path("hostNames").forEach(host -> hosts.add(host.asText()));
    if (hosts.isEmpty()) {
      hosts.add("somebody.example");
    }
    for (String host : hosts) {
      String asked = host.replace("*", "somebody");
      Route route =
          Router.of(gateway)
              .route(
                  listener.reference("frontendIPConfiguration").orElseThrow(),
                  port.properties().path("port").asInt(),
                  Optional.of(asked),
                  asked);
      assertThat(route).isInstanceOf(Route.Matched.class);
      Route.Matched matched = (Route.Matched) route;
      assertThat(matched.rule()).isEqualTo(rule.key());
      assertThat(matched.listener()).isEqualTo(listener.key());
      assertThat(matched.certificate().map(key -> key.name()))
          .isEqualTo(listener.reference("sslCertificate").map(id -> id.name()));
      assertThat(matched.destination()).isNotInstanceOf(Destination.Unknown.class);
    }
    return hosts.size();
  }

  private static Element referred(
      GatewayDocument gateway, Element owner, String property, String collection) {
    String name = owner.reference(property).orElseThrow().name();
    return gateway.elements(collection).stream()
        .filter(element -> element.key().name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<GatewayDocument> gateways(String file) {
    try (InputStream in = RecordedGatewaysTest.class.getResourceAsStream("/azure/" + file)) {
      List<GatewayDocument> gateways = new ArrayList<>();
      collect(MAPPER.readTree(in), gateways);
      return gateways;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void collect(JsonNode node, List<GatewayDocument> gateways) {
    if (node instanceof ObjectNode object && object.path("properties").has("httpListeners")) {
      gateways.add(GatewayDocument.of(object));
    } else {
      node.forEach(child -> collect(child, gateways));
    }
  }
}
