package dev.lockstep.simulator.dataplane.probe;

import dev.lockstep.simulator.dataplane.net.Loopback;
import dev.lockstep.simulator.dataplane.net.Upstream;
import io.undertow.client.ClientConnection;
import io.undertow.client.UndertowClient;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;
import org.xnio.XnioIoThread;

/** Makes single requests on connections of their own, without waiting. */
final class ProbeClient {
  private static final System.Logger LOG = System.getLogger(ProbeClient.class.getName());

  private final Loopback loopback;
  private final Turns turns = new Turns();
  private final Map<Long, CompletableFuture<Reply>> running = new ConcurrentHashMap<>();
  private final AtomicLong started = new AtomicLong();

  ProbeClient(Loopback loopback) {
    this.loopback = loopback;
  }

  /**
   * Asks once.
   *
   * @param host Host header
   * @param patience real time after which no answer is expected any more
   */
  CompletableFuture<Reply> get(Upstream upstream, String host, String path, Duration patience) {
    CompletableFuture<Reply> result = new CompletableFuture<>();
    long number = started.incrementAndGet();
    running.put(number, result);
    var unused = result.whenComplete((reply, failure) -> running.remove(number));
    turns.take(result, () -> ask(result, upstream, host, path, patience));
    return result;
  }

  private void ask(
      CompletableFuture<Reply> result,
      Upstream upstream,
      String host,
      String path,
      Duration patience) {
    XnioIoThread thread = loopback.worker().getIoThread();
    XnioExecutor.Key timer =
        thread.executeAfter(
            () -> result.complete(new Reply.TooLate()), patience.toMillis(), TimeUnit.MILLISECONDS);
    var unused = result.whenComplete((reply, failure) -> timer.remove());
    UndertowClient.getInstance()
        .connect(
            new ProbeExchange(result, host, path, loopback.buffers()),
            upstream.uri(),
            thread,
            upstream.tls(loopback.worker()).orElse(null),
            loopback.buffers(),
            upstream.options());
  }

  /** Waits for the requests that are under way, but not for long. */
  void await(Duration longest) {
    try {
      CompletableFuture.allOf(running.values().toArray(CompletableFuture<?>[]::new))
          .get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException left) {
      LOG.log(Level.DEBUG, "Probes are left without an answer", left);
    }
  }

  /** Ends a connection when its result is there. */
  static void closeAfter(CompletableFuture<Reply> result, ClientConnection connection) {
    var unused =
        result.whenComplete(
            (reply, failure) ->
                connection.getIoThread().execute(() -> IoUtils.safeClose(connection)));
  }
}
