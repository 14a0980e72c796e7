package dev.lockstep.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Compares two reads of one gateway that differ in their api-version only. A PUT replaces the whole
 * document, and with an api-version that does not know a property it would take that property away
 * (design 5.11).
 *
 * <pre>
 * a property      | with ours | with the newest | then
 * ----------------+-----------+-----------------+-------------------------------------
 * anything        | there     | any             | kept: we send it back
 * null, [], {}, ""| not there | there           | kept: nothing is lost
 * anything else   | not there | there           | lost, named by its path
 * </pre>
 *
 * Values are not compared: between the two reads a colleague may have changed some. Elements are
 * paired by name, so that their order does not matter, and by place where they have none; an
 * element that only one read has was made or removed meanwhile, and says nothing of properties.
 */
public final class ApiVersionGap {
  private final SortedSet<String> lost = new TreeSet<>();

  private ApiVersionGap() {}

  /**
   * The properties that our api-version would lose.
   *
   * @param ours the gateway as read with our api-version
   * @param newest the gateway as read with the newest one
   * @return paths such as {@code properties.probes.minServers}, without names of elements; empty
   *     when ours knows all
   */
  public static SortedSet<String> of(JsonNode ours, JsonNode newest) {
    ApiVersionGap gap = new ApiVersionGap();
    gap.compare("", ours, newest);
    return gap.lost;
  }

  private void compare(String path, JsonNode ours, JsonNode newest) {
    if (newest instanceof ObjectNode object && ours.isObject()) {
      for (Entry<String, JsonNode> entry : object.properties()) {
        String inner = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
        JsonNode known = ours.path(entry.getKey());
        if (!known.isMissingNode()) {
          compare(inner, known, entry.getValue());
        } else if (!SameValue.isNothing(entry.getValue()) || entry.getValue().isBoolean()) {
          lost.add(inner);
        }
      }
    } else if (newest.isArray() && ours.isArray()) {
      Map<String, JsonNode> known = new HashMap<>();
      for (int i = 0; i < ours.size(); i++) {
        known.put(name(ours, i), ours.get(i));
      }
      for (int i = 0; i < newest.size(); i++) {
        JsonNode item = known.get(name(newest, i));
        if (item != null) {
          compare(path, item, newest.get(i));
        }
      }
    }
  }

  /** The item's name; what has none goes by its place among as many. */
  private static String name(JsonNode items, int place) {
    String name = items.get(place).path("name").asText("").toLowerCase(Locale.ROOT);
    return name.isEmpty() ? place + " of " + items.size() : name;
  }
}
