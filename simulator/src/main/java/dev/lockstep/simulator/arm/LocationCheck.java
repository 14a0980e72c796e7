package dev.lockstep.simulator.arm;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.Resource;
import dev.lockstep.simulator.world.ResourceId;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * A resource stays in the location that it was made in (Microsoft Learn, error-invalid-location).
 */
final class LocationCheck {
  private LocationCheck() {}

  /** Refuses a PUT of a resource that exists elsewhere, with 409. */
  static void check(ArmRequest request, ResourceId id, Optional<Resource> existing) {
    if (!request.method().equals("PUT") || existing.isEmpty()) {
      return;
    }
    Optional<String> is = Json.text(existing.get().document(), "location");
    Optional<String> wanted = wanted(request);
    if (is.isPresent() && wanted.isPresent() && !compact(is.get()).equals(compact(wanted.get()))) {
      throw Faults.of(
              409,
              "InvalidResourceLocation",
              "The resource '%s' already exists in location '%s' in resource group '%s'. A resource with the same name cannot be created in location '%s'. Please select a new resource name."
                  .formatted(
                      id.name(), compact(is.get()), id.group().orElse(""), compact(wanted.get())))
          .with("x-ms-failure-cause", "gateway");
    }
  }

  /** Empty for a body that is no JSON: the type refuses it in its own words. */
  private static Optional<String> wanted(ArmRequest request) {
    try {
      return Json.text(Json.parse(request.body().getBytes(StandardCharsets.UTF_8)), "location");
    } catch (JsonProcessingException malformed) {
      return Optional.empty();
    }
  }

  private static String compact(String location) {
    return location.toLowerCase(Locale.ROOT).replace(" ", "");
  }
}
