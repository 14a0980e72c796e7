package dev.lockstep.config;

import java.net.URI;
import java.util.Optional;

/**
 * Reads the storage settings, in the forms that the Functions host knows (Microsoft Learn,
 * functions-reference, "Connecting to host storage with an identity").
 */
final class StorageParser {
  private static final URI NOWHERE = URI.create("https://storage.invalid");

  private final SettingsParser settings;

  StorageParser(SettingsParser settings) {
    this.settings = settings;
  }

  StorageConnection parse(String suffix) {
    Optional<String> connection = settings.value(Setting.STORAGE);
    if (connection.isPresent()) {
      checkConnection(connection.get());
      return new StorageConnection.WithKey(connection.get());
    }
    Optional<URI> blob = settings.uri(Setting.STORAGE_BLOB);
    Optional<URI> queue = settings.uri(Setting.STORAGE_QUEUE);
    Optional<String> account = settings.value(Setting.STORAGE_ACCOUNT);
    if (account.filter(name -> !name.matches("[a-z0-9]{3,24}")).isPresent()) {
      settings.wrong(
          Setting.STORAGE_ACCOUNT,
          "'" + account.get() + "' is not the name of a storage account",
          "use " + Setting.STORAGE_ACCOUNT.property().range());
      account = Optional.empty();
    } else if (account.isEmpty()) {
      checkEndpoints();
    }
    return new StorageConnection.WithIdentity(
        blob.or(of(account, "blob", suffix)).orElse(NOWHERE),
        queue.or(of(account, "queue", suffix)).orElse(NOWHERE),
        settings.value(Setting.STORAGE_CLIENT_ID).or(() -> settings.value(Setting.CLIENT_ID)));
  }

  private static java.util.function.Supplier<Optional<? extends URI>> of(
      Optional<String> account, String service, String suffix) {
    return () -> account.map(name -> URI.create("https://" + name + "." + service + "." + suffix));
  }

  private void checkEndpoints() {
    boolean blob = settings.value(Setting.STORAGE_BLOB).isPresent();
    boolean queue = settings.value(Setting.STORAGE_QUEUE).isPresent();
    if (!blob && !queue) {
      settings.wrong(
          Setting.STORAGE,
          "is missing",
          "set it, or " + Setting.STORAGE_ACCOUNT.key() + " to use the managed identity");
    } else if (!blob || !queue) {
      Setting missing = blob ? Setting.STORAGE_QUEUE : Setting.STORAGE_BLOB;
      settings.wrong(missing, "is missing", "set it together with the other endpoint");
    }
  }

  // The value holds a key: no message repeats any of it.
  private void checkConnection(String value) {
    boolean development = value.equalsIgnoreCase("UseDevelopmentStorage=true");
    boolean named = value.contains("AccountName=") && value.contains("AccountKey=");
    boolean signed = value.contains("SharedAccessSignature=");
    if (!development && !named && !signed) {
      settings.wrong(
          Setting.STORAGE,
          "is not a connection string",
          "copy it from the storage account, or use " + Setting.STORAGE_ACCOUNT.key() + " instead");
    }
  }
}
