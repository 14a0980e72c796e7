package dev.lockstep.simulator.dataplane.gateway;

import dev.lockstep.simulator.dataplane.probe.Pair;
import dev.lockstep.simulator.monitor.Metric;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.proxy.ProxyCallback;
import io.undertow.server.handlers.proxy.ProxyConnection;
import io.undertow.util.AttachmentKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Measures one request, and counts it when its answer has gone. Times are those of the world. */
final class Meter {
  private static final AttachmentKey<Meter> KEY = AttachmentKey.create(Meter.class);
  private static final int FAILED = 500;

  private final Surroundings around;
  private final String gateway;
  private final Optional<String> listener;
  private final Instant begun;
  private volatile Optional<Pair> pair = Optional.empty();
  private volatile Optional<Attempt> attempt = Optional.empty();
  private volatile Optional<Instant> answered = Optional.empty();

  private record Attempt(String server, Instant begun, Optional<Instant> connected) {}

  private Meter(Live live, Optional<Rule> rule) {
    around = live.around();
    gateway = live.config().gateway().id().toString();
    listener = rule.map(one -> one.listener().name());
    begun = around.now();
  }

  /** Begins to measure a request. */
  static void start(HttpServerExchange exchange, Live live, Optional<Rule> rule) {
    Meter meter = new Meter(live, rule);
    exchange.putAttachment(KEY, meter);
    exchange.addResponseCommitListener(
        committing -> meter.answered = Optional.of(meter.around.now()));
    exchange.addExchangeCompleteListener(
        (done, next) -> {
          meter.count(done);
          next.proceed();
        });
  }

  /** The meter of a request. */
  static Meter of(HttpServerExchange exchange) {
    return exchange.getAttachment(KEY);
  }

  /** A pool is to answer. */
  void forPair(Pair chosen) {
    pair = Optional.of(chosen);
  }

  /** A connection to a server is asked for; what is given notes when it is there. */
  ProxyCallback<ProxyConnection> connecting(String server, ProxyCallback<ProxyConnection> then) {
    Attempt started = new Attempt(server, around.now(), Optional.empty());
    attempt = Optional.of(started);
    return new ProxyCallback<>() {
      @Override
      public void completed(HttpServerExchange exchange, ProxyConnection connection) {
        attempt = Optional.of(new Attempt(server, started.begun(), Optional.of(around.now())));
        then.completed(exchange, connection);
      }

      @Override
      public void failed(HttpServerExchange exchange) {
        then.failed(exchange);
      }

      @Override
      public void couldNotResolveBackend(HttpServerExchange exchange) {
        then.couldNotResolveBackend(exchange);
      }

      @Override
      public void queuedRequestFailed(HttpServerExchange exchange) {
        then.queuedRequestFailed(exchange);
      }
    };
  }

  private void count(HttpServerExchange exchange) {
    Instant now = around.now();
    int status = exchange.getStatusCode();
    String group = status / 100 + "xx";
    record(now, Metric.ResponseStatus, 1, group);
    listener.ifPresent(
        name -> record(now, Metric.ApplicationGatewayTotalTime, millis(begun, now), name));
    pair.ifPresent(
        one -> {
          record(now, Metric.TotalRequests, 1, one.dimension());
          record(now, Metric.FailedRequests, status >= FAILED ? 1 : 0, one.dimension());
          attempt.ifPresent(tried -> backend(now, one, tried, group, ErrorPage.isIn(exchange)));
        });
  }

  private void backend(Instant now, Pair one, Attempt tried, String group, boolean own) {
    if (tried.connected().isEmpty()) {
      return;
    }
    time(now, Metric.BackendConnectTime, one, tried, tried.connected().get());
    if (!own) {
      time(now, Metric.BackendFirstByteResponseTime, one, tried, answered.orElse(now));
      time(now, Metric.BackendLastByteResponseTime, one, tried, now);
      record(
          now, Metric.BackendResponseStatus, 1, tried.server(), one.pool(), one.settings(), group);
    }
  }

  private void time(Instant now, Metric metric, Pair one, Attempt tried, Instant end) {
    record(
        now,
        metric,
        millis(tried.begun(), end),
        listener.orElse(""),
        tried.server(),
        one.pool(),
        one.settings());
  }

  private void record(Instant now, Metric metric, double value, String... values) {
    around.metrics().record(now, gateway, metric, value, values);
  }

  private static double millis(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1e6;
  }
}
