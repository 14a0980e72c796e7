package dev.lockstep.simulator.host;

import dev.lockstep.simulator.host.app.Settings;
import dev.lockstep.simulator.host.queue.MessageTiming;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;

/** A host in this process with known keys, and a client for it. */
final class RunningHost implements AutoCloseable {
  static final String FUNCTION_KEY = "function-key";
  static final String MASTER_KEY = "master-key";
  static final String EVENT_KEY = "event-key";

  final Lines lines = new Lines();
  private final HttpClient http = HttpClient.newHttpClient();
  private final FunctionsHost host;

  RunningHost(StagedApp app, Map<String, String> settings) {
    this(app, settings, MessageTiming.HOST);
  }

  RunningHost(StagedApp app, Map<String, String> settings, MessageTiming timing) {
    Map<String, String> all = new HashMap<>(keys());
    all.putAll(settings);
    host = FunctionsHost.start(app.root(), 0, new Settings(all), timing, lines.stream());
  }

  static Map<String, String> keys() {
    return Map.of(
        "LOCKSTEP_HOST_FUNCTION_KEY", FUNCTION_KEY,
        "LOCKSTEP_HOST_MASTER_KEY", MASTER_KEY,
        "LOCKSTEP_HOST_EVENTGRID_KEY", EVENT_KEY);
  }

  FunctionsHost host() {
    return host;
  }

  URI uri(String path) {
    return URI.create(host.endpoint() + path);
  }

  HttpResponse<String> send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path)).method(method, BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  int status(String method, String path, String... headers)
      throws IOException, InterruptedException {
    return send(method, path, "", headers).statusCode();
  }

  @Override
  public void close() {
    host.close();
  }
}
