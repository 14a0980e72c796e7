package dev.lockstep.simulator.keyvault.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.json.Json;
import java.util.List;

/** Pages of a listing: at most 25 entries each (certificates.json and secrets.json 7.5). */
final class VaultPages {
  private static final int LARGEST = 25;

  private VaultPages() {}

  static ArmResponse of(VaultRequest request, List<ObjectNode> all) {
    int size = number(request, "maxresults", LARGEST);
    if (size < 1 || size > LARGEST) {
      throw VaultFaults.badParameter("maxresults must be between 1 and " + LARGEST);
    }
    int start = number(request, "$skiptoken", 0);
    int end = Math.min(all.size(), start + size);
    ObjectNode page = Json.object();
    ArrayNode value = page.putArray("value");
    if (start < end) {
      all.subList(start, end).forEach(value::add);
    }
    if (end < all.size()) {
      page.put(
          "nextLink",
          "%s/%s?api-version=%s&$skiptoken=%d&maxresults=%d"
              .formatted(
                  request.base(),
                  String.join("/", request.segments()),
                  request.query().get("api-version"),
                  end,
                  size));
    } else {
      page.putNull("nextLink");
    }
    return ArmResponse.of(200, page);
  }

  private static int number(VaultRequest request, String parameter, int otherwise) {
    String text = request.query().getOrDefault(parameter, Integer.toString(otherwise));
    if (!text.matches("\\d{1,9}")) {
      throw VaultFaults.badParameter(parameter + " must be a number");
    }
    return Integer.parseInt(text);
  }
}
