package dev.lockstep.simulator.dataplane.probe;

import dev.lockstep.simulator.dataplane.net.Loopback;
import dev.lockstep.simulator.dataplane.net.Upstream;
import io.undertow.client.ClientConnection;
import io.undertow.client.UndertowClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;
import org.xnio.XnioIoThread;

/** Makes single requests on connections of their own, without waiting. */
final class ProbeClient {
  private final Loopback loopback;

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
    XnioIoThread thread = loopback.worker().getIoThread();
    XnioExecutor.Key timer =
        thread.executeAfter(
            () -> result.complete(new Reply.TooLate()),
            patience.toMillis(),
            TimeUnit.MILLISECONDS);
    var unused = result.whenComplete((reply, failure) -> timer.remove());
    UndertowClient.getInstance()
        .connect(
            new ProbeExchange(result, host, path, loopback.buffers()),
            upstream.uri(),
            thread,
            upstream.tls(loopback.worker()).orElse(null),
            loopback.buffers(),
            upstream.options());
    return result;
  }

  /** Ends a connection when its result is there. */
  static void closeAfter(CompletableFuture<Reply> result, ClientConnection connection) {
    var unused =
        result.whenComplete(
            (reply, failure) ->
                connection.getIoThread().execute(() -> IoUtils.safeClose(connection)));
  }
}
