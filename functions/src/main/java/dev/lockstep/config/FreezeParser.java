package dev.lockstep.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.FreezeWindow;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code freeze}. */
final class FreezeParser {
  private final Fields fields;

  private FreezeParser(Fields fields) {
    this.fields = fields;
  }

  static List<FreezeWindow> parse(Fields binding) {
    List<FreezeWindow> windows = new ArrayList<>();
    List<JsonNode> items = binding.list(Schema.FREEZE);
    for (int i = 0; i < items.size(); i++) {
      String path = binding.at("freeze[" + i + "]");
      if (items.get(i) instanceof ObjectNode node) {
        new FreezeParser(new Fields(node, path, FreezeSchema.ALL, binding.problems()))
            .window()
            .ifPresent(windows::add);
      } else {
        binding
            .problems()
            .add(path, "is not an object", "give {\"cron\": schedule, \"duration\": duration}");
      }
    }
    return windows;
  }

  private Optional<FreezeWindow> window() {
    Optional<String> cron = fields.required(FreezeSchema.CRON, fields.text(FreezeSchema.CRON));
    Optional<Duration> duration =
        fields.required(FreezeSchema.DURATION, fields.duration(FreezeSchema.DURATION));
    Optional<ZoneId> zone = zone();
    if (cron.isEmpty()) {
      return Optional.empty();
    }
    try {
      FreezeWindow window =
          new FreezeWindow(
              cron.get(), duration.orElse(Duration.ofHours(1)), zone.orElse(ZoneOffset.UTC));
      return Optional.of(window).filter(w -> duration.isPresent() && zone.isPresent());
    } catch (IllegalArgumentException e) {
      fields.wrong(
          FreezeSchema.CRON,
          Quoted.of(cron.get()) + " is not a schedule: " + e.getMessage(),
          "write seconds, minutes, hours, day, month, weekday, such as 0 0 18 * * FRI");
      return Optional.empty();
    }
  }

  private Optional<ZoneId> zone() {
    if (!fields.has(FreezeSchema.ZONE)) {
      return Optional.of(ZoneOffset.UTC);
    }
    Optional<String> name = fields.text(FreezeSchema.ZONE);
    Optional<ZoneId> zone = name.filter(ZoneId.getAvailableZoneIds()::contains).map(ZoneId::of);
    if (name.isPresent() && zone.isEmpty()) {
      fields.wrong(
          FreezeSchema.ZONE,
          Quoted.of(name.get()) + " is no time zone",
          "use a name such as Europe/Berlin or UTC");
    }
    return zone;
  }
}
