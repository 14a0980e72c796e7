package dev.lockstep.simulator.host.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads one function.json. */
final class FunctionJson {
  private final String name;
  private final Path folder;
  private final JsonNode json;
  private final Settings settings;

  private FunctionJson(Path folder, JsonNode json, Settings settings) {
    this.name = folder.getFileName().toString();
    this.folder = folder;
    this.json = json;
    this.settings = settings;
  }

  static FunctionDefinition read(Path folder, Settings settings) {
    Path file = folder.resolve("function.json");
    try {
      JsonNode json = new ObjectMapper().readTree(Files.readString(file));
      return new FunctionJson(folder, json, settings).definition();
    } catch (IOException e) {
      throw new AppException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private FunctionDefinition definition() {
    String entryPoint = json.path("entryPoint").asText();
    int dot = entryPoint.lastIndexOf('.');
    if (dot < 1) {
      throw problem("entryPoint must be <class>.<method>");
    }
    Path jar = folder.resolve(json.path("scriptFile").asText()).normalize();
    if (!Files.isRegularFile(jar)) {
      throw problem("scriptFile " + jar + " does not exist");
    }
    return new FunctionDefinition(
        name, jar, entryPoint.substring(0, dot), entryPoint.substring(dot + 1), trigger());
  }

  private Trigger trigger() {
    List<JsonNode> triggers =
        bindings().filter(binding -> type(binding).endsWith("trigger")).toList();
    if (triggers.size() != 1) {
      throw problem("exactly one trigger is needed, found " + triggers.size());
    }
    String unsupported =
        bindings()
            .map(FunctionJson::type)
            .filter(type -> !type.endsWith("trigger") && !type.equals("http"))
            .collect(Collectors.joining(", "));
    if (!unsupported.isEmpty()) {
      throw problem(
          "this host has no binding of type " + unsupported + "; use Azure Functions Core Tools");
    }
    return trigger(triggers.get(0));
  }

  private Trigger trigger(JsonNode binding) {
    String parameter = binding.path("name").asText();
    return switch (type(binding)) {
      case "httptrigger" ->
          new Trigger.Http(
              parameter, binding.path("route").asText(name), methods(binding), level(binding));
      case "queuetrigger" ->
          new Trigger.Queue(parameter, resolved(binding, "queueName"), connection(binding));
      case "timertrigger" -> new Trigger.Timer(parameter, resolved(binding, "schedule"));
      case "eventgridtrigger" -> new Trigger.EventGrid(parameter);
      default ->
          throw problem(
              "this host has no trigger of type "
                  + binding.path("type").asText()
                  + "; use Azure Functions Core Tools");
    };
  }

  private static Set<String> methods(JsonNode binding) {
    return StreamSupport.stream(binding.path("methods").spliterator(), false)
        .map(method -> method.asText().toUpperCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }

  private AuthLevel level(JsonNode binding) {
    String level = binding.path("authLevel").asText("FUNCTION");
    try {
      return AuthLevel.valueOf(level.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new AppException("function " + name + ": unknown authLevel " + level, e);
    }
  }

  private static String connection(JsonNode binding) {
    String connection = binding.path("connection").asText("");
    return connection.isEmpty() ? "AzureWebJobsStorage" : connection;
  }

  private String resolved(JsonNode binding, String field) {
    String text = binding.path(field).asText();
    if (text.isEmpty()) {
      throw problem("the trigger names no " + field);
    }
    try {
      return settings.resolve(text);
    } catch (AppException e) {
      throw new AppException("function " + name + ": " + field + ": " + e.getMessage(), e);
    }
  }

  private java.util.stream.Stream<JsonNode> bindings() {
    return StreamSupport.stream(json.path("bindings").spliterator(), false);
  }

  private static String type(JsonNode binding) {
    return binding.path("type").asText().toLowerCase(Locale.ROOT);
  }

  private AppException problem(String what) {
    return new AppException("function " + name + ": " + what);
  }
}
