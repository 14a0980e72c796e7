package dev.lockstep.simulator.dataplane.gateway;

import dev.lockstep.simulator.agw.Gateway;
import dev.lockstep.simulator.dataplane.Address;
import dev.lockstep.simulator.dataplane.net.Reach;
import dev.lockstep.simulator.dataplane.probe.HealthBook;
import dev.lockstep.simulator.dataplane.probe.Pair;
import dev.lockstep.simulator.health.Target;
import dev.lockstep.simulator.health.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/**
 * One application gateway as a reverse proxy, driven by its document alone.
 *
 * <pre>
 * state in the world           what serves
 * not Running                  nothing: its sockets are closed
 * Updating                     the document before, as an update takes effect at its end
 * Succeeded, changed           the new document; vault read, names asked and probes begun anew
 * Failed                       the document before; vault read anew
 * 4 h since the vault was read the same document; vault read anew
 * </pre>
 *
 * <p>Sources: Microsoft Learn, key-vault-certs (4 hours; any change reads at once) and application
 * gateway features (draining). That a failed update leaves the traffic alone is what is seen, not
 * what is documented.
 */
public final class GatewayProxy implements AutoCloseable {
  private static final Duration VAULT_POLL = Duration.ofHours(4);

  private final Surroundings around;
  private final Draining draining = new Draining();
  private final Entrances entrances;
  private volatile Optional<Serving> serving = Optional.empty();
  private volatile Optional<ProbeRounds> rounds = Optional.empty();
  private volatile String seen = "";
  private long vaultReads;
  private volatile boolean vaultDue;

  /** A gateway that serves nothing before {@link #follow}. */
  public GatewayProxy(Surroundings around) {
    this.around = around;
    this.entrances = new Entrances(around.loopback(), () -> serving, draining);
  }

  /** Serves from now on what the gateway says. Not for several threads at once. */
  public void follow(Gateway now) {
    if (!now.operationalState().equals("Running")) {
      stop();
      return;
    }
    if (settled(now) && !now.etag().equals(seen)) {
      if (now.state().equals("Succeeded") || serving.isEmpty()) {
        adopt(now);
      } else {
        readVault();
      }
      seen = now.etag();
    } else if (vaultDue) {
      readVault();
    }
    serving.ifPresent(one -> entrances.admit(one.live().config(), around.fabric().networks()));
  }

  /** Whether the vault is to be read although nothing changed. */
  public boolean vaultDue() {
    return vaultDue;
  }

  /** Where clients connect to. */
  public List<Address> addresses() {
    return serving.map(one -> entrances.addresses(one.live())).orElse(List.of());
  }

  /** What becomes of a connection to a private address of this gateway, when it has that. */
  public Optional<Reach> reach(String address, int port) {
    return serving.flatMap(one -> entrances.reach(one.live().config(), address, port));
  }

  /**
   * Probes everything now; tells when it is done. Does not wait. When another document takes over
   * meanwhile, that one is probed. To be asked under the world's lock.
   */
  public BooleanSupplier demand() {
    AtomicReference<Demand> demand = new AtomicReference<>(Demand.of(rounds));
    return () -> {
      if (behind()) {
        return false;
      }
      Optional<ProbeRounds> now = rounds;
      return demand
          .updateAndGet(asked -> asked.rounds().equals(now) ? asked : Demand.of(now))
          .done()
          .getAsBoolean();
    };
  }

  private record Demand(Optional<ProbeRounds> rounds, BooleanSupplier done) {
    static Demand of(Optional<ProbeRounds> rounds) {
      return new Demand(rounds, rounds.map(ProbeRounds::demand).orElse(() -> true));
    }
  }

  /** Whether an update has ended that {@link #follow} has not seen yet. */
  private boolean behind() {
    return serving
        .flatMap(
            one ->
                around.world().resources().find(one.live().config().gateway().id(), Gateway.class))
        .filter(GatewayProxy::settled)
        .filter(gateway -> !gateway.etag().equals(seen))
        .isPresent();
  }

  private static boolean settled(Gateway gateway) {
    return gateway.operationalState().equals("Running")
        && (gateway.state().equals("Succeeded") || gateway.state().equals("Failed"));
  }

  /** Probes one server once; nothing but the result comes of it. */
  public CompletableFuture<Verdict> trial(Target target, String server, boolean isName) {
    return serving
        .map(one -> around.prober().probe(one.live().task(target, server, isName)))
        .orElseGet(() -> CompletableFuture.completedFuture(Verdict.unknown()));
  }

  /** What is known of a server; empty before its first probe. */
  public Optional<Verdict> verdict(Pair pair, String server) {
    return serving.flatMap(one -> one.book().verdict(pair, server));
  }

  private void adopt(Gateway now) {
    Optional<Serving> before = serving;
    rounds.ifPresent(ProbeRounds::close);
    Live live = Live.begin(ConfigReader.read(now), around);
    HealthBook book = new HealthBook();
    serving = Optional.of(Serving.of(live, book));
    long generation = draining.begin();
    entrances.follow(live.config());
    entrances.forgetSessions();
    before.ifPresent(earlier -> drain(earlier, generation));
    ProbeRounds next = new ProbeRounds(live, book);
    rounds = Optional.of(next);
    next.start();
    pollVaultLater();
  }

  private void readVault() {
    serving = serving.map(one -> Serving.of(one.live().readVault(), one.book()));
    entrances.forgetSessions();
    pollVaultLater();
  }

  private void pollVaultLater() {
    vaultDue = false;
    vaultReads++;
    long reads = vaultReads;
    around
        .world()
        .look(
            () -> {
              around.world().later(VAULT_POLL, () -> vaultDue |= reads == vaultReads);
              return true;
            });
  }

  /** Lets what began under an earlier document end in its time. */
  private void drain(Serving earlier, long generation) {
    earlier.live().upstreams().close();
    Optional<Duration> longest =
        earlier.live().config().backends().values().stream()
            .flatMap(backend -> backend.drain().stream())
            .max(Duration::compareTo);
    longest.ifPresent(
        time ->
            around
                .world()
                .look(
                    () -> {
                      around.world().later(time, () -> entrances.cut(generation));
                      return true;
                    }));
  }

  private void stop() {
    rounds.ifPresent(ProbeRounds::close);
    rounds = Optional.empty();
    serving.ifPresent(one -> one.live().upstreams().close());
    serving = Optional.empty();
    entrances.close();
    seen = "";
  }

  @Override
  public void close() {
    stop();
  }
}
