package dev.lockstep.simulator.arm;

import dev.lockstep.simulator.world.World;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The headers that every recorded answer of ARM carries. */
final class StandardHeaders {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final World world;
  private long second = Long.MIN_VALUE;
  private String stamp = "";

  StandardHeaders(World world) {
    this.world = world;
  }

  ArmResponse complete(
      ArmResponse response, ArmRequest request, String requestId, String correlationId) {
    Map<String, String> added = new LinkedHashMap<>();
    added.put("Cache-Control", "no-cache");
    added.put("Pragma", "no-cache");
    added.put("Expires", "-1");
    added.put("x-ms-request-id", requestId);
    added.put("x-ms-correlation-request-id", correlationId);
    added.put("x-ms-routing-request-id", "SIMULATOR:" + stamp(world.now()) + ":" + correlationId);
    added.put("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    added.put("X-Content-Type-Options", "nosniff");
    request
        .header("x-ms-client-request-id")
        .filter(id -> request.header("x-ms-return-client-request-id").isPresent())
        .ifPresent(id -> added.put("x-ms-client-request-id", id));
    return response.with(added);
  }

  /** Most requests come in the same second as the one before. Guarded by the world's lock. */
  private String stamp(Instant now) {
    if (now.getEpochSecond() != second) {
      second = now.getEpochSecond();
      stamp = STAMP.format(now);
    }
    return stamp;
  }
}
