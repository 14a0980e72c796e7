package dev.lockstep.simulator.dataplane.probe;

import dev.lockstep.simulator.dataplane.net.Fabric;
import dev.lockstep.simulator.dataplane.net.Loopback;
import dev.lockstep.simulator.dataplane.net.Reach;
import dev.lockstep.simulator.dataplane.net.Upstream;
import dev.lockstep.simulator.dataplane.tls.BackendTrust;
import dev.lockstep.simulator.dns.Answer;
import dev.lockstep.simulator.health.ProbeText;
import dev.lockstep.simulator.health.Verdict;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Probes servers as a gateway does: name, packets, handshake, answer. The first step that fails
 * gives the verdict.
 *
 * <pre>
 * gateway cut off from its management     Unknown
 * name: a zone says that it is not there  Unhealthy, no probe could be made
 * name: nobody answers for it             Unknown
 * packets dropped, or port closed         Unhealthy, could not connect
 * certificate refused                     Unhealthy, see ChainCheck
 * no answer in time                       Unhealthy, time-out
 * status or body not as wanted            Unhealthy, did not match
 * </pre>
 */
public final class Prober implements AutoCloseable {
  private static final int UNSPECIFIED = 1;

  private final Fabric fabric;
  private final ProbeClient client;
  private final Supplier<Instant> clock;
  private final Duration patience;

  /**
   * A prober.
   *
   * @param clock time of the world, for the dates of certificates
   * @param patience the longest real time that a probe waits, whatever its time-out says: on
   *     loopback, what has not come by then comes never
   */
  public Prober(Fabric fabric, Loopback loopback, Supplier<Instant> clock, Duration patience) {
    this.fabric = fabric;
    this.client = new ProbeClient(loopback);
    this.clock = clock;
    this.patience = patience;
  }

  /** Starts one probe; the result comes on an event loop. */
  public CompletableFuture<Verdict> probe(ProbeTask task) {
    if (task.subnet().flatMap(fabric.networks()::cutsOff).isPresent()) {
      return CompletableFuture.completedFuture(Verdict.unknown());
    }
    if (!task.isName()) {
      return all(task, List.of(task.server()));
    }
    Answer answer = task.answers().resolve(task.server());
    if (answer instanceof Answer.Addresses found) {
      return all(task, found.addresses());
    }
    return CompletableFuture.completedFuture(
        answer instanceof Answer.NoSuchName ? Verdict.unhealthy(ProbeText.DNS) : Verdict.unknown());
  }

  /** Waits a second for probes that are under way. */
  @Override
  public void close() {
    client.await(Duration.ofSeconds(1));
  }

  /** A name with several addresses is as healthy as the first of them that is not. */
  private CompletableFuture<Verdict> all(ProbeTask task, List<String> addresses) {
    CompletableFuture<Verdict> first = one(task, addresses.get(0));
    if (addresses.size() == 1) {
      return first;
    }
    return first.thenCompose(
        verdict ->
            verdict.health().equals("Healthy")
                ? all(task, addresses.subList(1, addresses.size()))
                : CompletableFuture.completedFuture(verdict));
  }

  private CompletableFuture<Verdict> one(ProbeTask task, String address) {
    int port = task.target().port();
    boolean secure = task.target().https();
    Reach reach = fabric.dial(task.subnet(), address, port, secure);
    return reach instanceof Reach.Open open
        ? ask(task, open.loopback())
        : CompletableFuture.completedFuture(Verdict.unhealthy(ProbeText.TCP));
  }

  private CompletableFuture<Verdict> ask(ProbeTask task, InetSocketAddress loopback) {
    String host = task.target().host(task.server());
    TlsNames names = TlsNames.of(task.target(), host);
    Optional<BackendTrust> trust =
        task.target().https()
            ? Optional.of(new BackendTrust(task.policy(), names.checked(), clock))
            : Optional.empty();
    Upstream upstream = new Upstream(loopback, trust, names.sent());
    return client
        .get(upstream, host, task.target().path(), wait(task))
        .thenApply(reply -> verdict(task, reply, trust));
  }

  private Duration wait(ProbeTask task) {
    Duration timeout = task.target().timeout();
    return timeout.compareTo(patience) < 0 ? timeout : patience;
  }

  private static Verdict verdict(ProbeTask task, Reply reply, Optional<BackendTrust> trust) {
    if (reply instanceof Reply.Answered answered) {
      return judged(task, answered);
    }
    if (reply instanceof Reply.TooLate) {
      return Verdict.unhealthy(ProbeText.TIMEOUT);
    }
    Optional<String> complaint = trust.flatMap(BackendTrust::complaint);
    if (complaint.isPresent()) {
      return Verdict.unhealthy(complaint.get());
    }
    boolean handshake =
        reply instanceof Reply.Broken broken
            && broken.cause() instanceof javax.net.ssl.SSLException;
    return Verdict.unhealthy(handshake ? ProbeText.other(UNSPECIFIED) : ProbeText.TCP);
  }

  private static Verdict judged(ProbeTask task, Reply.Answered answered) {
    if (!task.target().accepts(answered.status())) {
      return Verdict.unhealthy(ProbeText.status(task.target().expected(), answered.status()));
    }
    Optional<String> wanted = task.target().body().filter(text -> !answered.body().contains(text));
    return wanted
        .map(text -> Verdict.unhealthy(ProbeText.body(text)))
        .orElseGet(() -> Verdict.healthy(answered.status()));
  }
}
