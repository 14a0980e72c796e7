package dev.lockstep.app;

import dev.lockstep.config.Configuration;
import dev.lockstep.config.Discovery;
import dev.lockstep.discover.Discovered;
import dev.lockstep.discover.Finding;
import dev.lockstep.model.Binding;
import dev.lockstep.port.Ticker;
import dev.lockstep.signal.Cause;
import dev.lockstep.signal.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Logger;

/**
 * The app with what is discovered beside what is configured. Each drift check, and each write of a
 * service that no binding names, lists the services and keeps what it found in a blob; every worker
 * looks into that blob once a minute, so that all know the same targets. When something else is
 * discovered, the app is composed anew: it holds nothing that does not stand in storage.
 */
final class DiscoveringApp implements App {
  private static final long RECALL_NANOS = Duration.ofMinutes(1).toNanos();

  private final Configuration configured;
  private final Discovery discovery;
  private final Function<List<Binding>, App> compose;
  private final ServiceLists lists;
  private final DiscoveryMemory memory;
  private final Outbox outbox;
  private final Clock clock;
  private final Ticker ticker;
  private volatile Instant looked = Instant.EPOCH;
  private volatile Running running;
  private Optional<Long> recalledAt = Optional.empty();

  private record Running(List<Binding> discovered, App app) {}

  /**
   * @param configured what is configured, with a discovery
   * @param compose makes the app of the configured bindings and these
   */
  DiscoveringApp(
      Configuration configured,
      Function<List<Binding>, App> compose,
      ServiceLists lists,
      DiscoveryMemory memory,
      Outbox outbox,
      Clock clock,
      Ticker ticker) {
    this.configured = configured;
    this.discovery = configured.discovery().orElseThrow();
    this.compose = compose;
    this.lists = lists;
    this.memory = memory;
    this.outbox = outbox;
    this.clock = clock;
    this.ticker = ticker;
    this.running = new Running(List.of(), compose.apply(List.of()));
  }

  @Override
  public void driftCheck(Logger log) {
    // Without what was there before, a list that fails now would take it away.
    memory.recall().ifPresent(before -> look(before, log));
    running.app().driftCheck(log);
  }

  @Override
  public void event(String payload, Logger log) {
    current(log).event(payload, log);
  }

  @Override
  public Reply alert(HttpCall call, Logger log) {
    return current(log).alert(call, log);
  }

  @Override
  public Reply resync(HttpCall call, Logger log) {
    return current(log).resync(call, log);
  }

  @Override
  public Reply manage(HttpCall call, Logger log) {
    return current(log).manage(call, log);
  }

  @Override
  public void reconcile(Delivery delivery, Logger log) {
    if (!DiscoverySignal.is(delivery)) {
      current(log).reconcile(delivery, log);
    } else if (!isAnswered(delivery)) {
      memory.recall().ifPresent(before -> look(before, log));
      Cause cause =
          Cause.of(Cause.Kind.DISCOVERY, "services were looked for, since one was written");
      outbox
          .send(
              running.discovered().stream()
                  .map(binding -> new Message.Signal(binding.target(), cause))
                  .toList())
          .forEach(signal -> log.info(SignalLog.line(signal)));
    }
  }

  /** Whether this worker has looked well after the message was sent: one look answers a burst. */
  private boolean isAnswered(Delivery delivery) {
    return delivery.dequeueCount() == 1
        && delivery
            .insertedAt()
            .filter(at -> at.plus(DiscoverySignal.MARGIN).isBefore(looked))
            .isPresent();
  }

  @Override
  public void poison(Delivery delivery, Logger log) {
    current(log).poison(delivery, log);
  }

  @Override
  public Reply journal(HttpCall call, Logger log) {
    return current(log).journal(call, log);
  }

  @Override
  public Reply status(HttpCall call, Logger log) {
    return current(log).status(call, log);
  }

  private void look(List<Binding> before, Logger log) {
    looked = clock.instant();
    Discovered found = Discovered.of(configured, lists.of(discovery.scopes()), before);
    found.findings().forEach(finding -> log.warning(line(finding)));
    if (!found.bindings().equals(before)) {
      memory.keep(found.bindings());
    }
    adopt(found.bindings(), log);
  }

  private App current(Logger log) {
    if (isDue()) {
      // What is recalled is checked against the configuration of now, as if no list could be read.
      memory
          .recall()
          .map(before -> Discovered.of(configured, Map.of(), before).bindings())
          .ifPresent(bindings -> adopt(bindings, log));
    }
    return running.app();
  }

  private synchronized boolean isDue() {
    long now = ticker.nanos();
    if (recalledAt.filter(at -> now - at < RECALL_NANOS).isPresent()) {
      return false;
    }
    recalledAt = Optional.of(now);
    return true;
  }

  private synchronized void adopt(List<Binding> bindings, Logger log) {
    if (bindings.equals(running.discovered())) {
      return;
    }
    running = new Running(bindings, compose.apply(bindings));
    log.info(
        LogLine.of("discovered services")
            .with("bindings", bindings.stream().map(Binding::name).toList())
            .toString());
  }

  private static String line(Finding finding) {
    return LogLine.of("discovery")
        .with("resource", finding.resource())
        .with("problem", finding.message())
        .with("remedy", finding.remedy())
        .toString();
  }
}
