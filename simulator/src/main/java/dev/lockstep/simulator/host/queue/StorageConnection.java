package dev.lockstep.simulator.host.queue;

import dev.lockstep.simulator.host.app.AppException;
import dev.lockstep.simulator.host.app.Settings;
import dev.lockstep.simulator.storage.SharedKey;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The queue endpoint of a storage account and how to be let in: a connection string in the setting
 * {@code NAME}, or {@code NAME__queueServiceUri} / {@code NAME__accountName} with a managed
 * identity ({@code NAME__clientId} for a user-assigned one).
 */
record StorageConnection(URI queueEndpoint, StorageAuth auth) {
  /** What {@code UseDevelopmentStorage=true} stands for (published in the README of Azurite). */
  private static final String DEVELOPMENT =
      "AccountName=devstoreaccount1;"
          + "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
          + "QueueEndpoint=http://127.0.0.1:10001/devstoreaccount1";

  /**
   * Resolves a connection.
   *
   * @throws AppException naming the setting that is missing
   */
  static StorageConnection of(String name, Settings settings, HttpClient http, Clock clock) {
    Optional<String> text = settings.find(name);
    if (text.isPresent()) {
      return keyed(name, text.get());
    }
    Optional<String> account =
        settings.find(name + "__accountName").map(a -> "https://" + a + ".queue.core.windows.net");
    String uri =
        settings
            .find(name + "__queueServiceUri")
            .or(() -> account)
            .orElseThrow(
                () ->
                    new AppException(
                        "no storage account: set %s to a connection string, or %s__queueServiceUri"
                            .formatted(name, name)));
    return new StorageConnection(
        URI.create(withoutSlash(uri)),
        new ManagedIdentity(http, clock, settings, settings.find(name + "__clientId")));
  }

  private static StorageConnection keyed(String name, String text) {
    Map<String, String> parts = parts(text);
    if (parts.containsKey("usedevelopmentstorage")) {
      parts = parts(DEVELOPMENT);
    }
    String account = required(name, parts, "AccountName");
    SharedKey key = new SharedKey(account, required(name, parts, "AccountKey"));
    String endpoint =
        Optional.ofNullable(parts.get("queueendpoint"))
            .orElse(
                "%s://%s.queue.%s"
                    .formatted(
                        parts.getOrDefault("defaultendpointsprotocol", "https"),
                        account,
                        parts.getOrDefault("endpointsuffix", "core.windows.net")));
    return new StorageConnection(URI.create(withoutSlash(endpoint)), key::authorization);
  }

  private static Map<String, String> parts(String text) {
    return Stream.of(text.split(";"))
        .map(part -> part.split("=", 2))
        .filter(pair -> pair.length == 2)
        .collect(
            Collectors.toMap(
                pair -> pair[0].strip().toLowerCase(Locale.ROOT),
                pair -> pair[1].strip(),
                (first, second) -> second));
  }

  private static String required(String name, Map<String, String> parts, String part) {
    return Optional.ofNullable(parts.get(part.toLowerCase(Locale.ROOT)))
        .orElseThrow(
            () -> new AppException("the connection string in " + name + " has no " + part));
  }

  private static String withoutSlash(String uri) {
    return uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
  }

  /** The account's endpoint only; what lets us in is never printed. */
  @Override
  public String toString() {
    return queueEndpoint.toString();
  }
}
