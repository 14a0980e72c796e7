package dev.lockstep.cli.chaos;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import dev.lockstep.azure.ArmPipeline;
import dev.lockstep.azure.BlobStorage;
import dev.lockstep.azure.CloudEndpoints;
import dev.lockstep.azure.HttpArm;
import dev.lockstep.azure.QueueSignals;
import dev.lockstep.azure.StorageAccount;
import dev.lockstep.azure.TokenIdentity;
import dev.lockstep.port.Arm;
import dev.lockstep.port.Blobs;
import dev.lockstep.port.RunLog;
import dev.lockstep.port.Tasks;
import dev.lockstep.reconcile.Ports;
import dev.lockstep.simulator.chaos.Outside;
import dev.lockstep.simulator.token.Principals;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * The ports of one process. Pipeline and SDKs cost more than all else together, so ARM, blobs and
 * queue go through the real adapters in some lives only, and else straight to the simulated world.
 */
final class Adapters {
  private static final TokenCredential TOKEN =
      request -> Mono.just(new AccessToken(token(), OffsetDateTime.MAX));

  private static final CloudEndpoints CLOUD =
      new CloudEndpoints(
          URI.create(InProcessHttp.ARM),
          InProcessHttp.ARM,
          URI.create("https://login.microsoftonline.com"));

  private Adapters() {}

  /**
   * The ports.
   *
   * @param reach what goes through the real adapters
   * @param ids new lease ids
   */
  static Ports of(Outside outside, RunLog log, Reach reach, Supplier<String> ids) {
    InProcessHttp http = new InProcessHttp(outside);
    TokenIdentity identity = new TokenIdentity(TOKEN);
    Arm arm =
        reach.armByAdapter()
            ? new HttpArm(ArmPipeline.of(http, identity, CLOUD), CLOUD, "lockstep/chaos")
            : new DirectArm(outside, identity);
    boolean sdk = reach.storageBySdk();
    StorageAccount account = new StorageAccount.ByConnectionString(InProcessHttp.STORAGE);
    return new Ports(
        arm,
        blobs(StorageAccount.STATE, outside, account, http, sdk, ids),
        blobs(StorageAccount.JOURNAL, outside, account, http, sdk, ids),
        sdk
            ? new QueueSignals(account.queue(StorageAccount.SIGNALS, http))
            : new DirectSignals(outside.storage().queues().queue(StorageAccount.SIGNALS)),
        new InOrder(),
        outside.time()::nanos,
        outside.time(),
        log,
        identity);
  }

  /** A token of the app's identity, signed by nobody: the simulated world asks for none. */
  private static String token() {
    String claims =
        "{\"oid\":\"%s\",\"appid\":\"%s\"}"
            .formatted(Principals.LOCKSTEP.objectId(), Principals.LOCKSTEP.clientId());
    return "none."
        + Base64.getUrlEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
        + ".none";
  }

  private static Blobs blobs(
      String container,
      Outside outside,
      StorageAccount account,
      InProcessHttp http,
      boolean sdk,
      Supplier<String> ids) {
    return sdk
        ? new BlobStorage(account.container(container, http))
        : new DirectBlobs(
            outside.storage().blobs().containerOrCreate(container), outside.time(), ids);
  }

  private static final class InOrder implements Tasks {
    @Override
    public <T> List<T> all(List<Supplier<T>> work) {
      return work.stream().map(Supplier::get).toList();
    }
  }
}
