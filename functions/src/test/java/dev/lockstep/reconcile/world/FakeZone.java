package dev.lockstep.reconcile.world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.Zone;
import dev.lockstep.port.ArmAnswer.Answered;
import dev.lockstep.port.ArmRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A DNS zone, private or public: record sets with entity tags and conditions, listed in small
 * pages, each kind in its own letters (recordings privatedns-a, publicdns-a).
 */
public final class FakeZone {
  private static final int PAGE = 2;

  private final ResourceId id;
  private final boolean isPublic;
  private final TreeMap<String, ObjectNode> records = new TreeMap<>();
  private final List<String> writes = new ArrayList<>();
  private long counter;

  FakeZone(ResourceId id) {
    this.id = id;
    this.isPublic = id.isOfType(Zone.PUBLIC);
    foreign("www", "10.9.9.1");
    foreign("mail", "10.9.9.2");
    foreign("zz", "10.9.9.3");
  }

  /** The addresses of an A record set; empty when there is no such record set. */
  public Optional<List<String>> addresses(String name) {
    return Optional.ofNullable(records.get(name))
        .map(
            record ->
                record
                    .path("properties")
                    .path(isPublic ? "ARecords" : "aRecords")
                    .findValuesAsText("ipv4Address"));
  }

  /** The resource that an alias record set follows; empty for any other. */
  public Optional<String> target(String name) {
    return Optional.ofNullable(records.get(name))
        .map(record -> record.path("properties").path("targetResource").path("id").asText(""))
        .filter(target -> !target.isEmpty());
  }

  /** The time to live of a record set, in seconds. */
  public int ttl(String name) {
    return records.get(name).path("properties").path(isPublic ? "TTL" : "ttl").asInt();
  }

  /** Every accepted write, such as {@code PUT api}. */
  public List<String> writes() {
    return List.copyOf(writes);
  }

  /** Puts a record set of somebody else. */
  public void foreign(String name, String address) {
    ObjectNode properties =
        JsonNodeFactory.instance.objectNode().put(isPublic ? "TTL" : "ttl", 3600);
    properties.putArray(isPublic ? "ARecords" : "aRecords").addObject().put("ipv4Address", address);
    put(name, properties);
  }

  /** Somebody touches a record set, so that its entity tag changes. */
  public void touch(String name) {
    records.get(name).put("etag", etag());
  }

  Answered list(int skip) {
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    ArrayNode value = page.putArray("value");
    records.values().stream().skip(skip).limit(PAGE).forEach(r -> value.add(r.deepCopy()));
    if (skip + PAGE < records.size()) {
      page.put("nextLink", "https://arm.test" + id + "/ALL?skip=" + (skip + PAGE));
    }
    return FakeGateway.answer(200, page);
  }

  Answered write(String name, ArmRequest request) {
    Optional<ObjectNode> there = Optional.ofNullable(records.get(name));
    String ifMatch = request.headers().get("If-Match");
    boolean mustBeAbsent = "*".equals(request.headers().get("If-None-Match"));
    if ((mustBeAbsent && there.isPresent())
        || (ifMatch != null
            && there.map(r -> !r.path("etag").asText().equals(ifMatch)).orElse(true))) {
      return flat(412, "PreconditionFailed", "The Record set " + name + " has been modified.");
    }
    writes.add(request.method() + " " + name);
    if (request.method() == ArmRequest.Method.DELETE) {
      records.remove(name);
      return new Answered(200, Map.of(), JsonNodeFactory.instance.missingNode());
    }
    ObjectNode properties = (ObjectNode) request.body().orElseThrow().path("properties");
    if (!properties.path(isPublic ? "TTL" : "ttl").isNumber()
        || properties.has(isPublic ? "aRecords" : "ARecords")
        || (!isPublic && properties.has("targetResource"))) {
      return flat(400, "BadRequest", "these are not the letters of a zone of this kind");
    }
    return FakeGateway.answer(there.isPresent() ? 200 : 201, put(name, properties.deepCopy()));
  }

  private ObjectNode put(String name, ObjectNode properties) {
    ObjectNode record = JsonNodeFactory.instance.objectNode();
    record.put("id", id + "/A/" + name).put("name", name);
    record.put("type", id.type() + "/A").put("etag", etag());
    if (isPublic && !properties.has("targetResource")) {
      properties.putObject("targetResource");
    }
    record.set("properties", properties);
    records.put(name, record);
    return record;
  }

  private String etag() {
    return "etag-" + ++counter;
  }

  private static Answered flat(int status, String code, String message) {
    return FakeGateway.answer(
        status, JsonNodeFactory.instance.objectNode().put("code", code).put("message", message));
  }
}
