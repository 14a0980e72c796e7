package dev.lockstep.app;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpPipeline;
import dev.lockstep.azure.ArmPipeline;
import dev.lockstep.azure.AzureHttp;
import dev.lockstep.azure.BlobStorage;
import dev.lockstep.azure.BlobText;
import dev.lockstep.azure.BlobTrustText;
import dev.lockstep.azure.CloudEndpoints;
import dev.lockstep.azure.Credentials;
import dev.lockstep.azure.HttpArm;
import dev.lockstep.azure.KeyVault;
import dev.lockstep.azure.ManagedNetworkLook;
import dev.lockstep.azure.PlatformRoots;
import dev.lockstep.azure.QueueSignals;
import dev.lockstep.azure.SocketTlsLook;
import dev.lockstep.azure.StorageAccount;
import dev.lockstep.azure.TokenIdentity;
import dev.lockstep.config.CloudAddresses;
import dev.lockstep.config.CredentialKind;
import dev.lockstep.config.Settings;
import dev.lockstep.config.StorageConnection;
import dev.lockstep.model.ConnectTo;
import dev.lockstep.port.Arm;
import dev.lockstep.port.Blobs;
import dev.lockstep.port.CertificateSources;
import dev.lockstep.port.Identity;
import dev.lockstep.port.NetworkLook;
import dev.lockstep.port.Signals;
import dev.lockstep.port.TlsLook;
import dev.lockstep.port.Vault;
import java.time.Duration;
import java.util.Optional;

/**
 * The adapters, made from the settings: each when it is first used, because what a function does
 * not need it should not wait for. Half of the time to start goes into these clients.
 */
final class Outside {
  // A worker that waits longer for its bindings keeps the host waiting for all of its functions.
  private static final Duration BLOB_TIMEOUT = Duration.ofSeconds(15);

  private final Settings settings;
  private final Once<HttpClient> client = new Once<>(AzureHttp::client);
  private final Once<TokenIdentity> identity = new Once<>(this::tokens);
  private final Once<HttpPipeline> pipeline = new Once<>(this::pipeline);
  private final Once<StorageAccount> account = new Once<>(this::account);

  Outside(Settings settings) {
    this.settings = settings;
  }

  Arm arm() {
    Once<Arm> arm = new Once<>(() -> new HttpArm(pipeline.get(), cloud(), "lockstep/" + version()));
    return request -> arm.get().send(request);
  }

  /** Whose tokens go to ARM. */
  Identity identity() {
    return () -> identity.get().self();
  }

  BlobText blobText() {
    return new BlobText(client.get(), credential(settings.clientId()), BLOB_TIMEOUT);
  }

  NetworkLook network() {
    Once<NetworkLook> look = new Once<>(() -> new ManagedNetworkLook(pipeline.get(), cloud()));
    return gateway -> look.get().of(gateway);
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

  /** Vaults, TLS servers and bundles; each is reached when a run needs it. */
  CertificateSources certificates() {
    ConnectTo connectTo = settings.rehearsal().connectTo();
    Once<Vault> vault =
        new Once<>(
            () ->
                new KeyVault(
                    client.get(),
                    credential(settings.clientId()),
                    settings.addresses().vaultSuffix(),
                    connectTo));
    Once<TlsLook> tls = new Once<>(() -> new SocketTlsLook(connectTo));
    return new CertificateSources(
        new LazyVault(vault::get),
        (address, port, name) -> tls.get().look(address, port, name),
        new BlobTrustText(this::blobText),
        new PlatformRoots(settings.rehearsal().publicRoots()));
  }

  private Blobs container(String name) {
    Once<Blobs> container =
        new Once<>(() -> new BlobStorage(account.get().container(name, client.get())));
    return new LazyBlobs(container::get);
  }

  private HttpPipeline pipeline() {
    return ArmPipeline.of(client.get(), identity.get(), cloud());
  }

  private CloudEndpoints cloud() {
    CloudAddresses addresses = settings.addresses();
    return new CloudEndpoints(
        addresses.armEndpoint(), addresses.armAudience(), addresses.authorityHost());
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

  private TokenIdentity tokens() {
    return new TokenIdentity(credential(settings.clientId()));
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
