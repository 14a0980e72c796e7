package dev.lockstep.simulator.host.http;

import dev.lockstep.simulator.host.app.AppException;
import dev.lockstep.simulator.host.app.FunctionRunner;
import dev.lockstep.simulator.host.app.HttpAnswer;
import dev.lockstep.simulator.host.app.LoadedApp;
import dev.lockstep.simulator.host.app.LoadedFunction;
import dev.lockstep.simulator.host.app.Trigger;
import dev.lockstep.simulator.host.app.TriggerInput;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** HTTP functions below the route prefix. */
final class FunctionRoutes {
  private record Route(RouteTemplate template, Trigger.Http trigger, LoadedFunction function) {
    boolean allows(String method) {
      return trigger.methods().isEmpty() || trigger.methods().contains(method);
    }
  }

  private record Match(Route route, Map<String, String> values) {}

  private final FunctionRunner runner;
  private final HostKeys keys;
  private final List<Route> routes;

  FunctionRoutes(LoadedApp app, FunctionRunner runner, HostKeys keys) {
    this.runner = runner;
    this.keys = keys;
    String prefix = app.folder().host().routePrefix();
    this.routes =
        app.functions().stream()
            .flatMap(function -> route(prefix, function))
            .sorted(Comparator.comparing(route -> route.template().precedence()))
            .toList();
  }

  private static Stream<Route> route(String prefix, LoadedFunction function) {
    if (!(function.trigger() instanceof Trigger.Http trigger)) {
      return Stream.empty();
    }
    try {
      RouteTemplate template = RouteTemplate.parse(prefix + "/" + trigger.route());
      return Stream.of(new Route(template, trigger, function));
    } catch (AppException e) {
      throw new AppException(
          "function " + function.name() + ": route '" + trigger.route() + "': " + e.getMessage(),
          e);
    }
  }

  HttpAnswer handle(Exchange exchange) {
    List<String> path = exchange.path();
    Optional<Match> match =
        routes.stream()
            .filter(route -> route.allows(exchange.method()))
            .flatMap(route -> route.template().match(path).map(v -> new Match(route, v)).stream())
            .findFirst();
    if (match.isEmpty()) {
      return HttpAnswer.empty(404);
    }
    Route route = match.get().route();
    if (!keys.opens(route.trigger().level(), exchange.key())) {
      return HttpAnswer.empty(401);
    }
    String reason = exchange.method() + " /" + route.template();
    TriggerInput input =
        new TriggerInput(
            reason, exchange.body(), Optional.of(exchange.request()), match.get().values());
    return HttpAnswer.of(runner.run(route.function(), input));
  }
}
