package dev.lockstep.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.eventgrid.DeliveryFaults;
import dev.lockstep.simulator.eventgrid.DeliveryObserver;
import dev.lockstep.simulator.eventgrid.EventGridDelivery;
import dev.lockstep.simulator.eventgrid.EventSubscription;
import dev.lockstep.simulator.eventgrid.HttpWebhook;
import dev.lockstep.simulator.eventgrid.ProvisioningState;
import dev.lockstep.simulator.eventgrid.RealTimeline;
import dev.lockstep.simulator.fault.EventFaults;
import dev.lockstep.simulator.fault.FaultBook;
import dev.lockstep.simulator.fault.Incident;
import dev.lockstep.simulator.storage.StorageServer;
import dev.lockstep.simulator.token.Tokens;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/**
 * All that an app needs of Azure, on loopback: the control plane, a storage account and Event Grid.
 * Events of the control plane go to the webhooks that are subscribed.
 */
public final class LocalAzure implements AutoCloseable {
  /** Name of the storage account. */
  public static final String ACCOUNT = "lockstepsim";

  private static final int KEY_BYTES = 64;

  private final Simulator simulator;
  private final String storageKey;
  private final StorageServer storage;
  private final StorageSockets sockets;
  private final RealTimeline timeline;
  private final EventGridDelivery events;

  private LocalAzure(SimulatorOptions options, DeliveryFaults faults, DeliveryObserver observer) {
    simulator = Simulator.start(options);
    storageKey = newKey();
    FaultBook book = simulator.azure().faults();
    storage =
        new StorageServer(
            ACCOUNT,
            storageKey,
            options.clock(),
            this::isGoodForStorage,
            () -> UUID.randomUUID().toString(),
            queue -> !book.strikes(Incident.message(queue)).isEmpty());
    sockets = StorageSockets.open(storage, simulator.authority().serverContext());
    timeline = new RealTimeline(options.clock());
    events =
        new EventGridDelivery(
            timeline,
            new HttpWebhook(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()),
            storage.blobs(),
            new BothFaults(faults, new EventFaults(book)),
            observer);
    simulator.onEvent(events);
  }

  /** Starts everything; it serves when this returns. */
  public static LocalAzure start(
      SimulatorOptions options, DeliveryFaults faults, DeliveryObserver observer) {
    return new LocalAzure(options, faults, observer);
  }

  /** The control plane. */
  public Simulator simulator() {
    return simulator;
  }

  /** Subscribes a webhook after its handshake, and says what came of it. */
  public ProvisioningState subscribe(EventSubscription subscription) {
    return events.subscribe(subscription);
  }

  /** The ready file of the control plane, and the storage account's endpoints and key. */
  public ObjectNode ready() {
    ObjectNode ready = simulator.ready();
    String blobs = sockets.blobEndpoint(ACCOUNT);
    String queues = sockets.queueEndpoint(ACCOUNT);
    ready.put("storageAccount", ACCOUNT);
    ready.put("storageKey", storageKey);
    ready.put("blobEndpoint", blobs);
    ready.put("queueEndpoint", queues);
    ready.put(
        "storageConnectionString",
        "AccountName=%s;AccountKey=%s;BlobEndpoint=%s;QueueEndpoint=%s"
            .formatted(ACCOUNT, storageKey, blobs, queues));
    return ready;
  }

  private boolean isGoodForStorage(String token) {
    return simulator.tokens().check(token) instanceof Tokens.Verdict.Valid valid
        && valid.audience().startsWith("https://storage.azure.com");
  }

  private static String newKey() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }

  @Override
  public void close() {
    timeline.close();
    sockets.close();
    simulator.close();
  }
}
