package dev.lockstep.simulator.host;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** A staged app folder made of the sample functions, as the Functions plugin would stage it. */
final class StagedApp {
  private static final String PACKAGE = "dev/lockstep/simulator/host/";

  private final Path root;

  private StagedApp(Path root) {
    this.root = root;
  }

  static StagedApp in(Path root) throws IOException {
    StagedApp app = new StagedApp(root);
    Files.createDirectories(root.resolve("lib"));
    jar("sample", root.resolve("sample-1.0.jar"));
    jar("library", root.resolve("lib").resolve("library-1.0.jar"));
    return app.host(
        "{\"version\":\"2.0\",\"functionTimeout\":\"00:00:20\",\"extensions\":{\"queues\":"
            + "{\"batchSize\":2,\"newBatchThreshold\":0,\"maxDequeueCount\":2,"
            + "\"visibilityTimeout\":\"00:00:00\",\"maxPollingInterval\":\"00:00:00.200\"}}}");
  }

  Path root() {
    return root;
  }

  StagedApp host(String json) throws IOException {
    Files.writeString(root.resolve("host.json"), json);
    return this;
  }

  /** Adds all HTTP samples. */
  StagedApp http() throws IOException {
    return http("echo", "echo/{target?}", "FUNCTION", "GET", "POST")
        .http("open", "open", "ANONYMOUS")
        .http("locked", "locked", "ADMIN", "POST")
        .http("typed", "typed", "FUNCTION")
        .http("bytes", "bytes", "FUNCTION")
        .http("failing", "failing", "FUNCTION")
        .http("slow", "slow", "FUNCTION")
        .http("isolation", "isolation", "ANONYMOUS");
  }

  private StagedApp http(String name, String route, String level, String... methods)
      throws IOException {
    String list = methods.length == 0 ? "" : "\"" + String.join("\",\"", methods) + "\"";
    return function(
        name,
        "HttpSamples",
        "\"type\":\"httpTrigger\",\"direction\":\"in\",\"name\":\"request\",\"route\":\"%s\",\"methods\":[%s],\"authLevel\":\"%s\""
            .formatted(route, list, level));
  }

  StagedApp event() throws IOException {
    return function("event", "EventSamples", "\"type\":\"eventGridTrigger\",\"name\":\"event\"");
  }

  StagedApp timer() throws IOException {
    return function(
        "tick",
        "EventSamples",
        "\"type\":\"timerTrigger\",\"name\":\"timer\",\"schedule\":\"%TICK%\"");
  }

  StagedApp queue() throws IOException {
    return function(
        "work",
        "EventSamples",
        "\"type\":\"queueTrigger\",\"name\":\"message\",\"queueName\":\"%SAMPLE_QUEUE%\","
            + "\"connection\":\"Sample\"");
  }

  StagedApp function(String name, String type, String trigger) throws IOException {
    return raw(
        name,
        """
        {"scriptFile":"../sample-1.0.jar",
         "entryPoint":"dev.lockstep.simulator.host.sample.%s.%s",
         "bindings":[{%s}]}
        """
            .formatted(type, name, trigger));
  }

  StagedApp raw(String name, String functionJson) throws IOException {
    Files.createDirectories(root.resolve(name));
    Files.writeString(root.resolve(name).resolve("function.json"), functionJson);
    return this;
  }

  /** Packs the compiled classes of one package, as the tests' class path has them. */
  private static void jar(String folder, Path target) throws IOException {
    Path classes =
        Path.of(StagedApp.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    try (OutputStream out = Files.newOutputStream(target);
        JarOutputStream jar = new JarOutputStream(out)) {
      for (Path file : files(classes.resolve(PACKAGE + folder))) {
        jar.putNextEntry(new JarEntry(PACKAGE + folder + "/" + file.getFileName()));
        Files.copy(file, jar);
        jar.closeEntry();
      }
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
