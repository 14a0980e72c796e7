package dev.lockstep.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.model.RecordSet;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a zone from the pages of its record set list. */
public final class ZoneReader {
  private ZoneReader() {}

  /**
   * The zone with the record sets of all pages.
   *
   * @param id the zone, private or public
   * @param pages the answers {@code {"value": […], "nextLink": …}}, all of them
   * @throws MalformedBody when a page is not a list of record sets
   */
  public static Zone read(ResourceId id, List<JsonNode> pages) {
    List<RecordSet> records = new ArrayList<>();
    for (JsonNode page : pages) {
      if (!page.path("value").isArray()) {
        throw new MalformedBody("the record sets of " + id.name() + " came without 'value'");
      }
      Body.objects(page, "value").forEach(body -> records.add(RecordSetReader.read(body)));
    }
    return new Zone(id, records);
  }

  /** The address of the next page; empty on the last one. */
  public static Optional<String> nextLink(JsonNode page) {
    return Body.text(page, "nextLink");
  }
}
