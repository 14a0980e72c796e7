package dev.lockstep.simulator.dns;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.arm.ArmCall;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.arm.Faults;
import dev.lockstep.simulator.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One page of record sets: {@code $top} (default 100), {@code nextLink}, {@code
 * $recordsetnamesuffix}.
 */
final class Paging {
  private static final int DEFAULT_TOP = 100;

  private Paging() {}

  static ArmResponse page(ArmCall call, Stream<RecordSet> all) {
    String suffix =
        call.request().parameter("$recordsetnamesuffix").orElse("").toLowerCase(Locale.ROOT);
    int top = call.request().parameter("$top").map(Paging::number).orElse(DEFAULT_TOP);
    if (top < 1) {
      throw Faults.flat(400, "BadRequest", "The value of $top must be at least 1.");
    }
    int start = call.request().parameter("$skiptoken").map(Paging::position).orElse(0);
    List<RecordSet> matching =
        all.filter(set -> set.id().name().toLowerCase(Locale.ROOT).endsWith(suffix)).toList();
    int first = Math.min(start, matching.size());
    int last = (int) Math.min((long) first + top, matching.size());
    ArrayNode value = Json.array();
    matching.subList(first, last).forEach(set -> value.add(set.view()));
    ObjectNode page = Json.object().set("value", value);
    if (last < matching.size()) {
      page.put("nextLink", next(call, top, last, suffix));
    }
    return ArmResponse.of(200, page);
  }

  private static String next(ArmCall call, int top, int position, String suffix) {
    String link =
        "%s%s?api-version=%s&$top=%d&$skiptoken=%s"
            .formatted(
                call.request().baseUrl(),
                call.request().path(),
                call.apiVersion(),
                top,
                token(position));
    return suffix.isEmpty()
        ? link
        : link + "&$recordsetnamesuffix=" + URLEncoder.encode(suffix, StandardCharsets.UTF_8);
  }

  private static String token(int position) {
    byte[] text = Integer.toString(position).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  private static int position(String token) {
    try {
      return number(new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException malformed) {
      throw Faults.flat(400, "BadRequest", "The skip token is invalid.");
    }
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException malformed) {
      throw Faults.flat(400, "BadRequest", "The value '" + text + "' is not a number.");
    }
  }
}
