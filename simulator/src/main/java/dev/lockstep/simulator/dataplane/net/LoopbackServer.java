package dev.lockstep.simulator.dataplane.net;

import dev.lockstep.simulator.dataplane.tls.TlsContexts;
import dev.lockstep.simulator.tls.SniKeys;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.connector.ByteBufferPool;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.ServerConnection;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.xnio.IoUtils;
import org.xnio.XnioWorker;

/** One listening socket of the data plane. */
public final class LoopbackServer implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";

  private final Undertow undertow;
  private final InetSocketAddress address;
  private final Optional<SniKeys> keys;
  private final Set<ServerConnection> connections;
  private final Consumer<LoopbackServer> closed;

  private LoopbackServer(
      Undertow undertow,
      Optional<SniKeys> keys,
      Set<ServerConnection> connections,
      Consumer<LoopbackServer> closed) {
    this.undertow = undertow;
    this.address = (InetSocketAddress) undertow.getListenerInfo().get(0).getAddress();
    this.keys = keys;
    this.connections = connections;
    this.closed = closed;
  }

  static LoopbackServer open(
      XnioWorker worker,
      ByteBufferPool buffers,
      HttpHandler handler,
      Optional<SniKeys> keys,
      Consumer<LoopbackServer> closed) {
    Set<ServerConnection> connections = ConcurrentHashMap.newKeySet();
    Undertow.ListenerBuilder listener =
        new Undertow.ListenerBuilder()
            .setType(keys.isPresent() ? Undertow.ListenerType.HTTPS : Undertow.ListenerType.HTTP)
            .setHost(LOOPBACK)
            .setPort(0)
            .setRootHandler(
                exchange -> {
                  remember(exchange, connections);
                  handler.handleRequest(exchange);
                });
    keys.map(TlsContexts::server).ifPresent(listener::setSslContext);
    Undertow undertow =
        Undertow.builder()
            .setWorker(worker)
            .setByteBufferPool(buffers)
            .setServerOption(UndertowOptions.ALWAYS_SET_KEEP_ALIVE, false)
            .addListener(listener)
            .build();
    undertow.start();
    return new LoopbackServer(undertow, keys, connections, closed);
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return address;
  }

  /**
   * Lets clients in, or lets them wait without an answer, as when packets are dropped. The socket
   * stays.
   */
  public void admit(boolean open) {
    Undertow.ListenerInfo listener = undertow.getListenerInfo().get(0);
    if (open && listener.isSuspended()) {
      listener.resume();
    } else if (!open && !listener.isSuspended()) {
      listener.suspend();
    }
  }

  /** Makes every client shake hands anew; a resumed session would hide a new certificate. */
  public void forgetSessions() {
    keys.map(TlsContexts::server).ifPresent(undertow.getListenerInfo().get(0)::setSslContext);
  }

  /** The connections on which a request has come. */
  public Set<ServerConnection> connections() {
    return Set.copyOf(connections);
  }

  /** Ends connections at once. */
  public static void end(Set<ServerConnection> connections) {
    connections.forEach(one -> one.getIoThread().execute(() -> IoUtils.safeClose(one)));
  }

  @Override
  public void close() {
    closed.accept(this);
    undertow.stop();
    end(connections());
  }

  private static void remember(HttpServerExchange exchange, Set<ServerConnection> connections) {
    ServerConnection connection = exchange.getConnection();
    if (connections.add(connection)) {
      connection.addCloseListener(connections::remove);
    }
  }
}
