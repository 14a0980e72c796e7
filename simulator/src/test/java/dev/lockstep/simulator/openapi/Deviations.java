package dev.lockstep.simulator.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.simulator.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The one list of deviations: {@code openapi/deviations.json}. */
final class Deviations {
  private final List<Deviation> all = new ArrayList<>();

  private Deviations(Specification specification) {
    try (InputStream in = Deviations.class.getResourceAsStream("/openapi/deviations.json")) {
      for (JsonNode entry : Json.parse(in.readAllBytes())) {
        all.add(Deviation.read(entry, specification));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static Deviations load(Specification specification) {
    return new Deviations(specification);
  }

  List<Deviation> all() {
    return List.copyOf(all);
  }

  boolean covers(Violation violation) {
    return all.stream().anyMatch(deviation -> deviation.covers(violation));
  }
}
