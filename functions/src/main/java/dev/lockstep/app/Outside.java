package dev.lockstep.app;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import dev.lockstep.azure.BlobStorage;
import dev.lockstep.azure.CloudEndpoints;
import dev.lockstep.azure.Credentials;
import dev.lockstep.azure.HttpArm;
import dev.lockstep.azure.QueueSignals;
import dev.lockstep.azure.StorageAccount;
import dev.lockstep.azure.network.NetworkLook;
import dev.lockstep.config.CloudAddresses;
import dev.lockstep.config.CredentialKind;
import dev.lockstep.config.Settings;
import dev.lockstep.config.StorageConnection;
import dev.lockstep.port.Arm;
import dev.lockstep.port.Blobs;
import dev.lockstep.port.Signals;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The adapters, made from the settings: each when it is first used, because what a function does
 * not need it should not wait for. Half of the time to start goes into these clients.
 */
final class Outside {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private final Settings settings;
  private final Once<HttpClient> client = new Once<>(Outside::client);
  private final Once<StorageAccount> account = new Once<>(this::account);
  private final Once<TokenCredential> armCredential = new Once<>(this::armCredential);

  Outside(Settings settings) {
    this.settings = settings;
  }

  Arm arm() {
    Once<Arm> arm = new Once<>(this::httpArm);
    return request -> arm.get().send(request);
  }

  /** Where public addresses and subnets are looked at. */
  Supplier<NetworkLook> network() {
    Once<NetworkLook> look =
        new Once<>(() -> new NetworkLook(client.get(), armCredential.get(), cloud()));
    return look::get;
  }

  Blobs state() {
    return container(StorageAccount.STATE);
  }

  Blobs journal() {
    return container(StorageAccount.JOURNAL);
  }

  Signals signals() {
    Once<Signals> queue =
        new Once<>(
            () -> new QueueSignals(account.get().queue(StorageAccount.SIGNALS, client.get())));
    return (message, delay) -> queue.get().send(message, delay);
  }

  /**
   * One for all: it keeps its connections, and follows no redirect that could take a token away.
   */
  private static HttpClient client() {
    return new JdkHttpClientBuilder().connectionTimeout(CONNECT_TIMEOUT).build();
  }

  private Blobs container(String name) {
    Once<Blobs> container =
        new Once<>(() -> new BlobStorage(account.get().container(name, client.get())));
    return new LazyBlobs(container::get);
  }

  private Arm httpArm() {
    return new HttpArm(client.get(), armCredential.get(), cloud(), "lockstep/" + version());
  }

  private CloudEndpoints cloud() {
    CloudAddresses addresses = settings.addresses();
    return new CloudEndpoints(
        addresses.armEndpoint(), addresses.armAudience(), addresses.authorityHost());
  }

  private TokenCredential armCredential() {
    return credential(settings.clientId());
  }

  private StorageAccount account() {
    StorageConnection storage = settings.storage();
    if (storage instanceof StorageConnection.WithIdentity identity) {
      Optional<String> clientId = identity.clientId().or(settings::clientId);
      return new StorageAccount.ByIdentity(
          identity.blobService(), identity.queueService(), credential(clientId));
    }
    return new StorageAccount.ByConnectionString(((StorageConnection.WithKey) storage).value());
  }

  private TokenCredential credential(Optional<String> clientId) {
    return settings.credential() == CredentialKind.MANAGED_IDENTITY
        ? Credentials.managedIdentity(clientId, client.get())
        : Credentials.whateverIsThere(clientId, settings.addresses().authorityHost(), client.get());
  }

  private static String version() {
    return Optional.ofNullable(Outside.class.getPackage().getImplementationVersion()).orElse("dev");
  }
}
