package dev.lockstep.simulator.chaos;

import dev.lockstep.simulator.Azure;
import dev.lockstep.simulator.fault.Effect;
import dev.lockstep.simulator.fault.Effect.Moment;
import dev.lockstep.simulator.health.Backends;
import dev.lockstep.simulator.storage.MessageQueue;
import dev.lockstep.simulator.world.ResourceId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes things happen. */
final class Happenings {
  private static final Set<Happening> BACKENDS =
      Set.of(
          Happening.BACKEND_DOWN,
          Happening.ADDRESS_MOVED,
          Happening.RECORD_EDITED,
          Happening.RECORD_DELETED,
          Happening.FOREIGN_EDITS_OURS);

  private final Estate estate;
  private final GatewayJudge judge;
  private final Azure azure;
  private final Weather weather;
  private final ServiceChanges services;
  private final GatewayChanges gateways;
  private final RecordChanges records;
  private final Door door;
  private final MessageQueue queue;
  private final Workers workers;
  private final CrashPlans crashes;
  private final Stage stage;
  private final Chance chance;
  private final Tally tally;

  Happenings(
      Estate estate,
      GatewayJudge judge,
      Azure azure,
      Weather weather,
      ServiceChanges services,
      GatewayChanges gateways,
      RecordChanges records,
      Door door,
      MessageQueue queue,
      Workers workers,
      CrashPlans crashes,
      Stage stage,
      Chance chance,
      Tally tally) {
    this.estate = estate;
    this.judge = judge;
    this.azure = azure;
    this.weather = weather;
    this.services = services;
    this.gateways = gateways;
    this.records = records;
    this.door = door;
    this.queue = queue;
    this.workers = workers;
    this.crashes = crashes;
    this.stage = stage;
    this.chance = chance;
    this.tally = tally;
  }

  void happen(Happening what) {
    ResourceId service = chance.of(estate.services());
    ResourceId gateway = chance.of(estate.gateways());
    tally.add("happening " + what.name().toLowerCase(Locale.ROOT));
    if (BACKENDS.contains(what)) {
      judge.backendsChanged();
    }
    switch (what) {
      case HOST_ADDED -> services.toggle(service, true);
      case HOST_REMOVED -> services.toggle(service, false);
      case ADDRESS_MOVED -> services.move(service);
      case CERTIFICATE_RENEWED -> services.renew(service);
      case SERVICE_SLOW, SERVICE_FAILS, GATEWAY_STOPPED, GATEWAY_FAILED ->
          state(what, service, gateway);
      case FOREIGN_WRITE -> gateways.write(gateway);
      case FOREIGN_SLOW_WRITE -> gateways.writeSlowly(gateway);
      case FOREIGN_IN_WINDOW -> {
        door.atNextPut(chance.below(3) > 0, gateways::writeNow);
        services.toggle(service, chance.oneIn(2));
      }
      case FOREIGN_EDITS_OURS -> gateways.editOurs(gateway);
      case RECORD_EDITED -> records.editOurs();
      case RECORD_DELETED -> records.deleteOurs();
      case RECORD_OF_OTHERS -> records.writeTheirs(Estate.zoneOf(service));
      case NONSENSE -> nonsense();
      case BACKEND_DOWN -> backendDown(Estate.host(service, "always"), chance.seconds(60, 300));
      case STATUS_PAGE -> {
        // Nobody else reads the journal.
        crashes.plan(point -> point.equals("journal.list") || point.equals("journal.read"));
        workers.runBeside("shows the status page", AppProcess::status);
      }
      default -> fault(what, service);
    }
  }

  private void state(Happening what, ResourceId service, ResourceId gateway) {
    switch (what) {
      case SERVICE_SLOW -> {
        weather.nextOfColleague(
            "service.slowUpdate",
            "PATCH",
            Weather.SERVICE,
            new Effect.Slow(chance.seconds(60, 400)));
        services.toggle(service, chance.oneIn(2));
      }
      case SERVICE_FAILS -> {
        weather.nextOfColleague("service.updateFails", "PATCH", Weather.SERVICE, failure());
        services.toggle(service, chance.oneIn(2));
        stage.after(chance.seconds(60, 300), () -> services.again(service));
      }
      case GATEWAY_STOPPED -> gateways.stop(gateway);
      default -> {
        weather.nextOfColleague("gateway.failedByOthers", "PUT", Weather.GATEWAY, failure());
        gateways.write(gateway);
        stage.after(chance.seconds(60, 300), () -> gateways.write(gateway));
      }
    }
  }

  private void fault(Happening what, ResourceId service) {
    int times = 1 + chance.below(3);
    String get = "GET";
    switch (what) {
      case SERVICE_UNREAD -> read("serviceRead", times, Weather.SERVICE);
      case SERVICE_FORBIDDEN ->
          weather.during(
              "serviceRead.403",
              chance.seconds(30, 240),
              get,
              Weather.SERVICE,
              refusal(403, "AuthorizationFailed"));
      case SERVICE_NOT_FOUND ->
          weather.during(
              "serviceRead.404",
              chance.seconds(30, 240),
              get,
              Weather.SERVICE,
              refusal(404, "ResourceNotFound"));
      case SERVICE_EMPTY -> door.emptyServices(5 * times);
      case ZONE_UNREAD -> read("zoneRead", times, Weather.ZONE);
      case ZONE_PARTIAL -> door.partialZones(times);
      case GATEWAY_UNREAD -> read("gatewayRead", times, Weather.GATEWAY);
      case GATEWAY_PUT_REFUSED -> {
        putRefused();
        services.toggle(service, chance.oneIn(2));
      }
      case GATEWAY_PUT_FORBIDDEN ->
          next("gatewayPut.403", 1, "PUT", Weather.GATEWAY, refusal(403, "AuthorizationFailed"));
      case GATEWAY_PUT_FAILS -> putFails(service);
      case RECORD_PUT_REFUSED -> recordRefused();
      case THROTTLED ->
          next(
              "throttled.429",
              times,
              "*",
              "*",
              Weather.refusal(429, "TooManyRequests", 3 + chance.below(60)));
      default -> passing(what, times);
    }
  }

  private void passing(Happening what, int times) {
    switch (what) {
      case RESET_BEFORE -> reset("reset.before", Moment.BEFORE);
      case RESET_AFTER -> reset("reset.after", Moment.AFTER);
      case STALE_READS ->
          next("read.stale", 2 + times, "GET", "*", new Effect.Stale(chance.seconds(5, 60)));
      case EVENTS_LOST -> event("event.lost", times, new Effect.Lose(1 + chance.below(3)));
      case EVENTS_DUPLICATED -> event("event.duplicated", times, new Effect.Duplicate(1 + times));
      case EVENTS_DELAYED ->
          event("event.delayed", times, new Effect.Delay(chance.seconds(5, 120)));
      case EVENTS_REORDERED ->
          event("event.reordered", 3 + times, new Effect.Reorder(chance.seconds(5, 60)));
      case MESSAGES_TWICE -> weather.nextOf("message.twice", times, "QUEUE", new Effect.Twice());
      default -> throw new IllegalStateException("nobody makes this happen: " + what);
    }
  }

  private void event(String name, int times, Effect effect) {
    weather.nextOf(name, times, "EVENT", effect);
  }

  private void next(String name, int times, String method, String kind, Effect effect) {
    weather.next(name, times, method, kind, effect);
  }

  private void read(String what, int times, String kind) {
    int status = chance.of(List.of(500, 503, 504));
    if (chance.oneIn(2)) {
      next(what + "." + status, times, "GET", kind, refusal(status, "ServerError"));
    } else {
      weather.during(
          what + "." + status,
          chance.seconds(60, 240),
          "GET",
          kind,
          refusal(status, "ServerError"));
    }
  }

  private void putRefused() {
    int status = chance.of(List.of(409, 412, 429, 500, 503));
    String code = status == 429 ? "RetryableErrorDueToAnotherOperation" : "Refused";
    next("gatewayPut." + status, 1, "PUT", Weather.GATEWAY, refusal(status, code));
  }

  /**
   * The gateway is left Failed, and somebody writes before the app has looked at what became of it.
   */
  private void putFails(ResourceId service) {
    next("gatewayPut.operationFails", 1, "PUT", Weather.GATEWAY, failure());
    Duration lasts = azure.world().settings().latencies().gateway();
    Duration after = chance.oneIn(4) ? Duration.ZERO : lasts.plusMillis(chance.below(1000));
    if (chance.oneIn(2)) {
      // It is Failed with theirs too: the document that made it so is still in it.
      weather.nextOfColleague("gateway.failedByOthers", "PUT", Weather.GATEWAY, failure());
    }
    door.atNextPut(false, written -> stage.after(after, () -> gateways.write(written)));
    services.toggle(service, chance.oneIn(2));
  }

  private void recordRefused() {
    int status = chance.of(List.of(409, 412, 500, 503));
    next("recordPut." + status, 1, "PUT", Weather.RECORD, refusal(status, "Refused"));
  }

  private void reset(String name, Moment moment) {
    String method = chance.of(List.of("PUT", "PUT", "GET", "DELETE", "POST"));
    String kind =
        method.equals("PUT")
            ? chance.of(List.of(Weather.GATEWAY, Weather.GATEWAY, Weather.RECORD))
            : "*";
    next(name + "." + method, 1, method, kind, new Effect.Reset(moment));
  }

  private void nonsense() {
    String text = Workers.NONSENSE + " {]";
    var unused =
        queue.put(
            Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)),
            Duration.ZERO,
            Optional.empty());
  }

  private void backendDown(String host, Duration time) {
    tally.add("backend.down");
    azure.backends().set(host, Backends.Condition.DOWN);
    stage.after(time, () -> azure.backends().set(host, Backends.Condition.UP));
  }

  private static Effect failure() {
    return new Effect.Fail("InternalServerError", "An error occurred.");
  }

  private static Effect refusal(int status, String code) {
    return Weather.refusal(status, code, 0);
  }
}
