package dev.lockstep.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lockstep.port.Blobs;
import dev.lockstep.port.Tasks;
import dev.lockstep.reconcile.Ports;
import dev.lockstep.reconcile.world.FakeAzure;
import dev.lockstep.reconcile.world.InMemoryBlobs;
import dev.lockstep.reconcile.world.InMemorySignals;
import dev.lockstep.reconcile.world.ManualTime;
import dev.lockstep.signal.MessageCodec;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The real app on a small world in memory, and a host that works off its queue. */
final class WholeApp {
  private static final Duration HIDDEN = Duration.ofMinutes(10);

  private final ManualTime time = new ManualTime();
  private final FakeAzure azure = new FakeAzure(time);
  private final InMemorySignals queue = new InMemorySignals(time);
  private final InMemoryBlobs state = new InMemoryBlobs(time);
  private final InMemoryBlobs journal = new InMemoryBlobs(time);
  private final RecordedLog log = new RecordedLog();
  private final App app;

  WholeApp(String mode) {
    app = worker(StartupTest.BINDINGS.replace("\"apply\"", "\"" + mode + "\""));
  }

  private WholeApp(Function<WholeApp, App> first) {
    app = first.apply(this);
  }

  /** The app with these bindings. */
  static WholeApp of(String bindings) {
    return new WholeApp(world -> world.worker(bindings));
  }

  /** One more worker process on the same world. */
  App worker(String bindings) {
    InvocationLog invocations = new InvocationLog();
    Ports ports =
        new Ports(
            azure, state, journal, queue, new OneAfterAnother(), time::nanos, time, invocations);
    Startup startup =
        Startup.read(
            Map.of("LOCKSTEP_BINDINGS", bindings, "AzureWebJobsStorage__accountName", "stlockstep"),
            (settings, blob) -> {
              throw new AssertionError("no blob is named: " + blob);
            });
    return Composition.of(
        startup, ports, gateway -> JsonNodeFactory.instance.objectNode(), invocations);
  }

  App app() {
    return app;
  }

  FakeAzure azure() {
    return azure;
  }

  InMemorySignals queue() {
    return queue;
  }

  RecordedLog log() {
    return log;
  }

  /** What stands in a blob of the state container. */
  String remembered(String blob) {
    return state.read(blob).orElseThrow().content();
  }

  /** Puts something into a blob of the state container. */
  void remember(String blob, String content) {
    assertThat(state.write(blob, content, new Blobs.Condition.Always(), Optional.empty()))
        .isPresent();
  }

  /** Calls {@code resync}. */
  Reply resync(String rest, String accept) {
    URI uri = URI.create("https://host/api/resync" + rest);
    return app.resync(HttpCall.of(uri, Map.of(), Map.of("accept", accept), ""), log.logger());
  }

  /** Every record of the journal. */
  List<String> journal() {
    return journal.list("", Integer.MAX_VALUE).stream()
        .map(name -> journal.read(name).orElseThrow().content())
        .toList();
  }

  /** Calls {@code status}. */
  String status() {
    return status(app);
  }

  /** Calls {@code status} of a worker. */
  String status(App worker) {
    URI uri = URI.create("https://host/api/status");
    return worker.status(HttpCall.of(uri, Map.of(), Map.of(), ""), log.logger()).body();
  }

  /** Lets time pass and hands out every message that becomes visible in it. */
  void run(Duration duration) {
    Instant end = time.instant().plus(duration);
    Optional<Instant> next = queue.nextVisible();
    while (next.isPresent() && next.get().isBefore(end)) {
      time.advanceTo(next.get());
      InMemorySignals.Entry entry = queue.receive(HIDDEN).orElseThrow();
      app.reconcile(
          new Delivery(
              MessageCodec.encode(entry.message()),
              Optional.of(entry.insertedAt()),
              (int) entry.dequeueCount()),
          log.logger());
      queue.delete(entry);
      next = queue.nextVisible();
    }
    time.advanceTo(end);
  }

  private static final class OneAfterAnother implements Tasks {
    @Override
    public <T> List<T> all(List<Supplier<T>> work) {
      return work.stream().map(Supplier::get).toList();
    }
  }
}
