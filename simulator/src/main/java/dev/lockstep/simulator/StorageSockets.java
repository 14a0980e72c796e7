package dev.lockstep.simulator;

import dev.lockstep.simulator.storage.StorageServer;
import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.BlockingHandler;
import java.net.InetSocketAddress;
import javax.net.ssl.SSLContext;

/** The two HTTPS sockets of a storage account on loopback: blobs and queues. */
final class StorageSockets implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";
  private final Undertow undertow;

  private StorageSockets(Undertow undertow) {
    this.undertow = undertow;
  }

  static StorageSockets open(StorageServer storage, SSLContext tls) {
    Undertow undertow =
        Undertow.builder()
            .setIoThreads(2)
            .setWorkerThreads(16)
            .addListener(listener(storage.blobHandler(), tls))
            .addListener(listener(storage.queueHandler(), tls))
            .build();
    undertow.start();
    return new StorageSockets(undertow);
  }

  private static Undertow.ListenerBuilder listener(HttpHandler handler, SSLContext tls) {
    return new Undertow.ListenerBuilder()
        .setType(Undertow.ListenerType.HTTPS)
        .setHost(LOOPBACK)
        .setPort(0)
        .setSslContext(tls)
        .setRootHandler(new BlockingHandler(handler));
  }

  String blobEndpoint(String account) {
    return endpoint(0, account);
  }

  String queueEndpoint(String account) {
    return endpoint(1, account);
  }

  private String endpoint(int listener, String account) {
    InetSocketAddress address =
        (InetSocketAddress) undertow.getListenerInfo().get(listener).getAddress();
    return "https://" + LOOPBACK + ":" + address.getPort() + "/" + account;
  }

  @Override
  public void close() {
    undertow.stop();
  }
}
