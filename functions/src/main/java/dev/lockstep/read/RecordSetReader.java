package dev.lockstep.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.model.RecordSet;
import dev.lockstep.model.ResourceId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads record sets. Private zones write {@code ttl}, {@code aRecords}, {@code cnameRecord}; public
 * zones {@code TTL}, {@code ARecords}, {@code CNAMERecord} (azure-rest-api-specs, privatedns.json
 * 2024-06-01 and dns.json 2018-05-01).
 */
public final class RecordSetReader {
  private RecordSetReader() {}

  /**
   * The record set that the body describes, from a private or a public zone.
   *
   * @throws MalformedBody when the body is not that of a record set
   */
  public static RecordSet read(JsonNode body) {
    JsonNode properties = body.path("properties");
    String name = Body.text(body, "name").orElseThrow(() -> missing("name"));
    String type = Body.text(body, "type").orElseThrow(() -> missing("type"));
    List<JsonNode> records = Body.objects(properties, either(properties, "aRecords", "ARecords"));
    return new RecordSet(
        name,
        type.substring(type.lastIndexOf('/') + 1).toUpperCase(Locale.ROOT),
        properties.path(either(properties, "ttl", "TTL")).asLong(0),
        records.stream().map(r -> Body.text(r, "ipv4Address")).flatMap(Optional::stream).toList(),
        Body.text(properties.path(either(properties, "cnameRecord", "CNAMERecord")), "cname"),
        Body.map(properties, "metadata"),
        properties.path("isAutoRegistered").asBoolean(false),
        Body.text(body, "etag"),
        target(properties));
  }

  private static String either(JsonNode properties, String privateName, String publicName) {
    return properties.has(privateName) ? privateName : publicName;
  }

  // An ordinary record set answers an empty targetResource (recording publicdns-a.put-create.201).
  private static Optional<ResourceId> target(JsonNode properties) {
    return Body.text(properties.path("targetResource"), "id")
        .map(
            id ->
                ResourceId.tryParse(id)
                    .orElseThrow(() -> new MalformedBody("targetResource: no id: '" + id + "'")));
  }

  private static MalformedBody missing(String property) {
    return new MalformedBody("a record set without " + property);
  }
}
