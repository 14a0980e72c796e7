package dev.lockstep.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.ApimService;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.ReadFailure;
import dev.lockstep.model.ReadFailure.Kind;
import dev.lockstep.model.Reading;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.Zone;
import dev.lockstep.port.Arm;
import dev.lockstep.port.ArmAnswer;
import dev.lockstep.port.ArmAnswer.Answered;
import dev.lockstep.port.ArmRequest;
import dev.lockstep.read.PublicAddressReader;
import dev.lockstep.read.ServiceReader;
import dev.lockstep.read.ZoneReader;
import dev.lockstep.reconcile.error.ReadFailures;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads one resource, completely or not at all: a read that failed, a page that is missing or a
 * body that makes no sense is a failure, never "nothing there".
 *
 * @param paths where the resources are
 */
record Reads(Paths paths) {
  /** A private zone holds at most 25000 record sets (Microsoft Learn, dns limits), 100 a page. */
  private static final int MOST_PAGES = 400;

  Reading<GatewayDocument> gateway(Arm arm, ResourceId id) {
    return read(arm, paths.gateway(id), "gateway " + id.name(), body -> gateway(id, body));
  }

  Reading<GatewayDocument> gateway(Arm arm, ResourceId id, String apiVersion) {
    return read(
        arm,
        paths.gateway(id, apiVersion),
        "gateway " + id.name() + " with api-version " + apiVersion,
        body -> gateway(id, body));
  }

  /** The api-versions that the gateway's provider knows for gateways. */
  Reading<List<String>> gatewayVersions(Arm arm, ResourceId id) {
    return read(
        arm,
        paths.networkProvider(id),
        "api-versions of Microsoft.Network",
        Reads::gatewayVersions);
  }

  private static List<String> gatewayVersions(JsonNode body) {
    List<String> versions = new ArrayList<>();
    for (JsonNode type : body.path("resourceTypes")) {
      if (type.path("resourceType").asText().equalsIgnoreCase("applicationGateways")) {
        type.path("apiVersions").forEach(version -> versions.add(version.asText()));
      }
    }
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("it lists none for applicationGateways");
    }
    return versions;
  }

  Reading<ApimService> service(Arm arm, ResourceId id) {
    return read(arm, paths.service(id), "service " + id.name(), body -> service(id, body));
  }

  Reading<Zone> zone(Arm arm, ResourceId id) {
    List<JsonNode> pages = new ArrayList<>();
    String next = paths.records(id);
    while (!next.isEmpty()) {
      if (pages.size() == MOST_PAGES) {
        return malformed("zone " + id.name(), "more than " + MOST_PAGES + " pages of record sets");
      }
      Reading<JsonNode> page = read(arm, next, "zone " + id.name(), body -> body);
      if (page instanceof Reading.Unread<JsonNode> unread) {
        return Reading.unread(unread.failure());
      }
      JsonNode body = page.asValue().orElseThrow();
      pages.add(body);
      next = ZoneReader.nextLink(body).orElse("");
    }
    return parsed("zone " + id.name(), pages, all -> ZoneReader.read(id, all));
  }

  /**
   * The IPv4 address of a public IP; it is of the gateway's provider, and read with its version.
   */
  Reading<String> publicAddress(Arm arm, ResourceId id) {
    return read(
        arm, paths.publicIp(id), "public IP " + id.name(), body -> PublicAddressReader.read(body));
  }

  private static ApimService service(ResourceId id, JsonNode body) {
    ApimService service = ServiceReader.read(body);
    if (!service.id().equals(id)) {
      throw new IllegalArgumentException("the answer is of " + service.id());
    }
    return service;
  }

  private static GatewayDocument gateway(ResourceId id, JsonNode body) {
    if (!(body instanceof ObjectNode object) || !object.path("properties").isObject()) {
      throw new IllegalArgumentException("the answer is no gateway document");
    }
    // The answer is nobody else's: what was read is never changed.
    GatewayDocument document = GatewayDocument.sharing(object);
    if (!document.id().equals(id)) {
      throw new IllegalArgumentException("the answer is of " + document.id());
    }
    return document;
  }

  private static <T> Reading<T> read(
      Arm arm, String path, String what, Function<JsonNode, T> parse) {
    ArmAnswer answer = arm.send(ArmRequest.get(path));
    return answer instanceof Answered answered && answered.status() == 200
        ? parsed(what, answered.body(), parse)
        : Reading.unread(ReadFailures.of(what, answer));
  }

  private static <B, T> Reading<T> parsed(String what, B body, Function<B, T> parse) {
    try {
      return Reading.known(parse.apply(body));
    } catch (RuntimeException e) {
      // Parsing is pure, so whatever it throws is about the body.
      return malformed(what, String.valueOf(e.getMessage()));
    }
  }

  private static <T> Reading<T> malformed(String what, String why) {
    return Reading.unread(
        ReadFailure.of(
            Kind.MALFORMED,
            what + ": " + why,
            "Nothing is changed on such an answer. Look at it with az rest --method get."));
  }
}
