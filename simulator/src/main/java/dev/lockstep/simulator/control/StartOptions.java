package dev.lockstep.simulator.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.SimulatorOptions;
import dev.lockstep.simulator.fault.FaultReader;
import dev.lockstep.simulator.fault.Problem;
import dev.lockstep.simulator.fault.Weather;
import dev.lockstep.simulator.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Settings of the control API given as texts at start: the same names, the same checks, and all
 * problems at once.
 */
public final class StartOptions {
  private final List<Problem> problems = new ArrayList<>();
  private SimulatorOptions options;

  /** On top of other options. */
  public StartOptions(SimulatorOptions options) {
    this.options = options;
  }

  /** Takes latencies such as {@code gateway=500}. */
  public StartOptions latencies(List<String> pairs) {
    return read(
        "--latency",
        pairs,
        fields ->
            options = options.withLatencies(SettingRoutes.latencies(fields, options.latencies())));
  }

  /** Takes switches such as {@code ifMatch=honoured}. */
  public StartOptions switches(List<String> pairs) {
    return read(
        "--switch",
        pairs,
        fields -> {
          options = options.withSwitches(SettingRoutes.switches(fields, options.switches()));
          AtomicReference<Weather> weather = new AtomicReference<>(options.weather());
          SettingRoutes.readLag(
              fields, lag -> weather.updateAndGet(before -> before.withReadLag(lag)));
          options = options.withWeather(weather.get());
        });
  }

  /** Takes limits such as {@code enforced=false} or {@code writes=20}. */
  public StartOptions throttling(List<String> pairs) {
    return read(
        "--throttling",
        pairs,
        fields -> {
          Weather weather = options.weather();
          options =
              options.withWeather(
                  weather.withThrottling(
                      ThrottlingRoutes.throttling(fields, weather.throttling())));
        });
  }

  /**
   * Takes faults such as {@code on=PUT Microsoft.Network/applicationGateways,do=reset,next=1}, or
   * as the JSON object that the control API takes.
   */
  public StartOptions faults(List<String> descriptions) {
    for (String description : descriptions) {
      Optional<ObjectNode> object =
          description.startsWith("{")
              ? parsed(description)
              : Optional.of(object("--fault", List.of(description.split(",", -1))));
      object.ifPresent(known -> fault(description, known));
    }
    return this;
  }

  private void fault(String description, ObjectNode object) {
    FaultReader.Result result = FaultReader.read(object);
    if (result instanceof FaultReader.Result.Good good) {
      options = options.withWeather(options.weather().withFault(good.rule()));
    } else if (result instanceof FaultReader.Result.Bad bad) {
      bad.problems()
          .forEach(
              problem ->
                  problems.add(
                      new Problem(
                          "--fault '" + description + "': " + problem.field(), problem.remedy())));
    }
  }

  /** The options, good as far as no problem was found. */
  public SimulatorOptions options() {
    return options;
  }

  /** Everything that is wrong. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  private interface Reading {
    void read(Fields fields);
  }

  private StartOptions read(String option, List<String> pairs, Reading reading) {
    Fields fields = new Fields(object(option, pairs));
    try {
      reading.read(fields);
      fields.done();
    } catch (BadInput bad) {
      bad.problems()
          .forEach(
              problem ->
                  problems.add(new Problem(option + " " + problem.field(), problem.remedy())));
    }
    return this;
  }

  private ObjectNode object(String option, List<String> pairs) {
    ObjectNode object = Json.object();
    for (String pair : pairs) {
      String[] parts = pair.split("=", 2);
      if (parts.length != 2 || parts[0].isBlank()) {
        problems.add(new Problem(option + " '" + pair + "'", "must have the form name=value"));
      } else {
        put(object, parts[0].trim(), parts[1].trim());
      }
    }
    return object;
  }

  private Optional<ObjectNode> parsed(String description) {
    String why = "it is no object";
    try {
      if (Json.parse(description.getBytes(StandardCharsets.UTF_8)) instanceof ObjectNode object) {
        return Optional.of(object);
      }
    } catch (JsonProcessingException malformed) {
      why = malformed.getOriginalMessage();
    }
    problems.add(new Problem("--fault '" + description + "'", "must be a JSON object: " + why));
    return Optional.empty();
  }

  private static void put(ObjectNode object, String name, String value) {
    if (value.matches("-?\\d{1,18}")) {
      object.put(name, Long.parseLong(value));
    } else if (value.matches("-?\\d*\\.\\d+")) {
      object.put(name, Double.parseDouble(value));
    } else if (value.equals("true") || value.equals("false")) {
      object.put(name, Boolean.parseBoolean(value));
    } else {
      object.put(name, value);
    }
  }
}
