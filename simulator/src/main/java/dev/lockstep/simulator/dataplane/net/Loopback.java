package dev.lockstep.simulator.dataplane.net;

import dev.lockstep.simulator.tls.SniKeys;
import io.undertow.Undertow;
import io.undertow.connector.ByteBufferPool;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.HttpHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Xnio;
import org.xnio.XnioWorker;

/**
 * All sockets of the data plane, on two event loops however many there are. Every server listens on
 * 127.0.0.1 at a free port.
 */
public final class Loopback implements AutoCloseable {
  private static final int LOOPS = 2;
  private static final int TASK_THREADS = 8;
  private static final int CLOSING_SECONDS = 1;
  private static final int BUFFER_SIZE = 16 * 1024;
  // Kept here so that the levels set on them are not lost with the loggers.
  private static final Logger UNDERTOW = Logger.getLogger("io.undertow");
  private static final Logger XNIO = Logger.getLogger("org.xnio");
  private static final Logger THREADS = Logger.getLogger("org.jboss.threads");
  private static final Logger PROXY = Logger.getLogger("io.undertow.proxy");

  private final XnioWorker worker;
  private final ByteBufferPool buffers = new DefaultByteBufferPool(true, BUFFER_SIZE);
  private final Set<LoopbackServer> servers = ConcurrentHashMap.newKeySet();

  private Loopback(XnioWorker worker) {
    this.worker = worker;
  }

  /** Starts the event loops. */
  public static Loopback open() {
    UNDERTOW.setLevel(Level.WARNING);
    XNIO.setLevel(Level.WARNING);
    THREADS.setLevel(Level.WARNING);
    // A backend that fails is part of the world: the client, the metrics and backend health tell.
    PROXY.setLevel(Level.OFF);
    try {
      OptionMap options =
          OptionMap.builder()
              .set(Options.WORKER_NAME, "data-plane")
              .set(Options.WORKER_IO_THREADS, LOOPS)
              .set(Options.WORKER_TASK_CORE_THREADS, TASK_THREADS)
              .set(Options.WORKER_TASK_MAX_THREADS, TASK_THREADS)
              .set(Options.THREAD_DAEMON, true)
              .set(Options.TCP_NODELAY, true)
              .getMap();
      return new Loopback(Xnio.getInstance(Undertow.class.getClassLoader()).createWorker(options));
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot start the event loops of the data plane", failed);
    }
  }

  /** Opens a server; without keys it speaks plain HTTP. The handler runs on an event loop. */
  public LoopbackServer serve(HttpHandler handler, Optional<SniKeys> keys) {
    LoopbackServer server = LoopbackServer.open(worker, buffers, handler, keys, servers::remove);
    servers.add(server);
    return server;
  }

  /** The event loops. */
  public XnioWorker worker() {
    return worker;
  }

  /** Buffers for clients. */
  public ByteBufferPool buffers() {
    return buffers;
  }

  @Override
  public void close() {
    servers.forEach(LoopbackServer::close);
    worker.shutdown();
    try {
      // What still closes its connections needs its buffers.
      if (worker.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
        buffers.close();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
