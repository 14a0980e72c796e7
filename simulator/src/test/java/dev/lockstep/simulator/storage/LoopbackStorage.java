package dev.lockstep.simulator.storage;

import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.function.Predicate;

/** The simulated storage on free loopback ports, over plain HTTP. */
public final class LoopbackStorage implements AutoCloseable {
  private static final String NAME = "lockstepsim";

  private final StorageServer server;
  private final Undertow blob;
  private final Undertow queue;
  private final String key;

  private LoopbackStorage(Clock clock, Predicate<String> bearer) {
    byte[] secret = new byte[64];
    new SecureRandom().nextBytes(secret);
    key = Base64.getEncoder().encodeToString(secret);
    server = new StorageServer(NAME, key, clock, bearer);
    blob = listen(server.blobHandler());
    queue = listen(server.queueHandler());
  }

  public static LoopbackStorage start() {
    return start(Clock.systemUTC(), token -> false);
  }

  public static LoopbackStorage start(Clock clock, Predicate<String> bearer) {
    return new LoopbackStorage(clock, bearer);
  }

  private static Undertow listen(HttpHandler handler) {
    Undertow undertow =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1", handler)
            .setIoThreads(1)
            .setWorkerThreads(2)
            .build();
    undertow.start();
    return undertow;
  }

  private static String endpoint(Undertow undertow) {
    var address = (InetSocketAddress) undertow.getListenerInfo().get(0).getAddress();
    return "http://127.0.0.1:" + address.getPort() + "/" + NAME;
  }

  /** The state behind the endpoints. */
  public StorageServer server() {
    return server;
  }

  public StorageAccount account() {
    return new StorageAccount(endpoint(blob), endpoint(queue), NAME, key);
  }

  @Override
  public void close() {
    blob.stop();
    queue.stop();
  }
}
