package dev.lockstep.cli.rollover;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A client that calls all host names of a site in turn, one request after another: every second one
 * on a connection of its own, the others on one that is kept as long as the gateway keeps it.
 * Nothing is asked twice.
 */
final class Traffic implements AutoCloseable {
  /** The least time between two requests, so that the others get something of the machine. */
  static final Duration PACE = Duration.ofMillis(4);

  private static final int SHOWN = 3;

  private final Site site;
  private final InetSocketAddress entrance;
  private final Anchors anchors;
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final AtomicLong handshakes = new AtomicLong();
  private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
  private final Map<String, String> leaves = new ConcurrentHashMap<>();
  private final Map<String, Connection> kept = new HashMap<>();
  private final Thread thread;
  private volatile boolean ended;

  Traffic(Site site, InetSocketAddress entrance, Anchors anchors) {
    this.site = site;
    this.entrance = entrance;
    this.anchors = anchors;
    thread = new Thread(this::run, "client-" + site.key());
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Requests that have been answered or have failed. */
  long requests() {
    return requests.get();
  }

  long failed() {
    return failed.get();
  }

  /** Handshakes that ended well, all of them whole ones. */
  long handshakes() {
    return handshakes.get();
  }

  /** What went wrong first. */
  List<String> failures() {
    return List.copyOf(failures);
  }

  /** Thumbprint of what the listener of a host name presented last. */
  Optional<String> leaf(String host) {
    return Optional.ofNullable(leaves.get(host));
  }

  private void run() {
    List<String> hosts = site.hosts();
    for (int i = 0; !ended; i++) {
      String host = hosts.get((i / 2) % hosts.size());
      try {
        if (i % 2 == 0) {
          single(host, i);
        } else {
          keptAlive(host, i);
        }
      } catch (IOException | RuntimeException broken) {
        failed.incrementAndGet();
        if (failures.size() < SHOWN) {
          failures.add(host + ": " + broken.getMessage());
        }
      }
      requests.incrementAndGet();
      LockSupport.parkNanos(PACE.toNanos());
    }
    kept.values().forEach(Traffic::close);
  }

  private void single(String host, int number) throws IOException {
    try (Connection connection = open(host)) {
      connection.get("/rollover/" + number, true);
    }
  }

  private void keptAlive(String host, int number) throws IOException {
    Connection connection = kept.remove(host);
    if (connection == null) {
      connection = open(host);
    }
    try {
      connection.get("/rollover/" + number, false);
    } finally {
      if (connection.usable()) {
        kept.put(host, connection);
      } else {
        close(connection);
      }
    }
  }

  private Connection open(String host) throws IOException {
    Connection connection = Connection.open(entrance, host, anchors.freshContext());
    handshakes.incrementAndGet();
    leaves.put(host, Thumbprint.of(connection.leaf()));
    return connection;
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (IOException alreadyGone) {
      // It is what we want.
    }
  }

  /** Stops after the request that is under way. */
  @Override
  public void close() {
    ended = true;
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
