package dev.lockstep.simulator.dataplane.gateway;

import dev.lockstep.simulator.dataplane.probe.HealthBook;
import dev.lockstep.simulator.dataplane.probe.Pair;
import dev.lockstep.simulator.health.Verdict;
import dev.lockstep.simulator.monitor.Metric;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * The probes of one document of a gateway, on the clock of the world, each setting of each pool for
 * itself. Ends when another document takes over.
 */
final class ProbeRounds implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ProbeRounds.class.getName());

  private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

  private final Live live;
  private final HealthBook book;
  private final Map<Pair, CompletableFuture<Void>> running = new ConcurrentHashMap<>();
  private volatile boolean ended;

  ProbeRounds(Live live, HealthBook book) {
    this.live = live;
    this.book = book;
  }

  /** Probes every server at once, and then by its interval. */
  void start() {
    Set<String> pairs =
        live.config().backends().keySet().stream().map(Pair::dimension).collect(Collectors.toSet());
    live.around()
        .metrics()
        .endStates(live.around().now(), live.config().gateway().id().toString(), pairs);
    live.config().backends().values().forEach(this::round);
  }

  /**
   * Probes every server now; the results count at once.
   *
   * @return whether all have ended
   */
  BooleanSupplier demand() {
    List<CompletableFuture<Void>> probes = new ArrayList<>();
    for (Backend backend : live.config().backends().values()) {
      long start = book.start();
      probes.add(
          probe(
              backend,
              (member, verdict) -> book.demanded(backend.pair(), member.server(), verdict, start)));
    }
    CompletableFuture<Void> all =
        CompletableFuture.allOf(probes.toArray(CompletableFuture<?>[]::new));
    return all::isDone;
  }

  private void round(Backend backend) {
    if (ended) {
      return;
    }
    // A probe that has not ended puts off the next one: that is all that happens when the clock is
    // moved by hours.
    if (running.getOrDefault(backend.pair(), DONE).isDone()) {
      running.put(backend.pair(), scheduled(backend));
    }
    var world = live.around().world();
    world.look(
        () -> {
          world.later(backend.target().interval(), () -> round(backend));
          return true;
        });
  }

  private CompletableFuture<Void> scheduled(Backend backend) {
    long start = book.start();
    int threshold = backend.target().threshold();
    return probe(
        backend,
        (member, verdict) ->
            book.scheduled(backend.pair(), member.server(), verdict, start, threshold));
  }

  private CompletableFuture<Void> probe(
      Backend backend, BiConsumer<Backend.Member, Verdict> result) {
    List<CompletableFuture<Void>> probes = new ArrayList<>();
    for (Backend.Member member : backend.members()) {
      probes.add(
          live.around()
              .prober()
              .probe(live.task(backend, member))
              .thenAccept(
                  verdict -> {
                    if (!ended) {
                      result.accept(member, verdict);
                    }
                  }));
    }
    return CompletableFuture.allOf(probes.toArray(CompletableFuture<?>[]::new))
        .handle(
            (done, failure) -> {
              if (failure == null) {
                count(backend);
              } else if (!ended) {
                LOG.log(Level.ERROR, "A probe of " + backend.pair() + " failed", failure);
              }
              return null;
            });
  }

  private void count(Backend backend) {
    String gateway = live.config().gateway().id().toString();
    double healthy =
        backend.members().stream()
            .flatMap(member -> book.verdict(backend.pair(), member.server()).stream())
            .filter(verdict -> verdict.health().equals("Healthy"))
            .count();
    double known =
        backend.members().stream()
            .filter(member -> book.verdict(backend.pair(), member.server()).isPresent())
            .count();
    var metrics = live.around().metrics();
    String dimension = backend.pair().dimension();
    Instant now = live.around().now(); // takes the world's lock, which comes before this one
    synchronized (this) {
      if (ended) {
        return; // the next document has ended the states that it does not know
      }
      metrics.record(now, gateway, Metric.HealthyHostCount, healthy, dimension);
      metrics.record(now, gateway, Metric.UnhealthyHostCount, known - healthy, dimension);
    }
  }

  @Override
  public synchronized void close() {
    ended = true;
  }
}
