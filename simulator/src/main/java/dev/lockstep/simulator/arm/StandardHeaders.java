package dev.lockstep.simulator.arm;

import dev.lockstep.simulator.world.World;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The headers that every recorded answer of ARM carries. */
final class StandardHeaders {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final World world;

  StandardHeaders(World world) {
    this.world = world;
  }

  ArmResponse complete(
      ArmResponse response, ArmRequest request, String requestId, String correlationId) {
    ArmResponse complete =
        response
            .with("Cache-Control", "no-cache")
            .with("Pragma", "no-cache")
            .with("Expires", "-1")
            .with("x-ms-request-id", requestId)
            .with("x-ms-correlation-request-id", correlationId)
            .with(
                "x-ms-routing-request-id",
                "SIMULATOR:" + STAMP.format(world.now()) + ":" + correlationId)
            .with("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
            .with("X-Content-Type-Options", "nosniff");
    if (request.header("x-ms-return-client-request-id").isPresent()
        && request.header("x-ms-client-request-id").isPresent()) {
      complete =
          complete.with("x-ms-client-request-id", request.header("x-ms-client-request-id").get());
    }
    return complete;
  }
}
