package dev.lockstep.simulator.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.Latencies;
import dev.lockstep.simulator.world.Resources;
import dev.lockstep.simulator.world.Settings;
import dev.lockstep.simulator.world.Switches;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Shows and sets the switches and latencies. */
final class SettingRoutes {
  private final Settings settings;

  SettingRoutes(ControlParts parts) {
    this.settings = parts.world().settings();
  }

  List<ControlRoute> routes() {
    return List.of(
        new ControlRoute("GET", "/switches", "Shows the switches.", call -> switches()),
        new ControlRoute(
            "PATCH",
            "/switches",
            "Sets switches: ifMatch (ignored, honoured), concurrentPut (supersede, refuse), events (acceptance, completion, both), trustedRoots (exclusive, additional), olderVersions (drop, keep), vaultCheck (later, at_once); and readLag, how many milliseconds a read lags at most.",
            this::setSwitches),
        new ControlRoute(
            "GET", "/latencies", "Shows the latencies in milliseconds.", call -> latencies()),
        new ControlRoute(
            "PATCH",
            "/latencies",
            "Sets latencies in milliseconds: gateway, apim, dnsZone, network, health, rotation, retryAfter, backendReuse.",
            this::setLatencies));
  }

  private ArmResponse setSwitches(ControlCall call) {
    Fields fields = call.fields();
    Switches next = switches(fields, settings.switches());
    AtomicReference<Duration> lag = new AtomicReference<>(settings.readLag());
    readLag(fields, lag::set);
    fields.done();
    settings.set(next);
    settings.setReadLag(lag.get());
    return switches();
  }

  /** Milliseconds up to a minute. */
  static void readLag(Fields fields, Consumer<Duration> take) {
    fields.millis(
        "readLag",
        value -> {
          if (value.compareTo(Resources.LONGEST_LAG) > 0) {
            fields.problem("readLag", "must be 60000 milliseconds or less");
          } else {
            take.accept(value);
          }
        });
  }

  static Switches switches(Fields fields, Switches now) {
    AtomicReference<Switches> next = new AtomicReference<>(now);
    fields.choice(
        "ifMatch",
        Switches.IfMatch.class,
        value -> next.updateAndGet(switches -> switches.withIfMatch(value)));
    fields.choice(
        "concurrentPut",
        Switches.ConcurrentPut.class,
        value -> next.updateAndGet(switches -> switches.withConcurrentPut(value)));
    fields.choice(
        "events",
        Switches.EventTiming.class,
        value -> next.updateAndGet(switches -> switches.withEvents(value)));
    fields.choice(
        "trustedRoots",
        Switches.TrustedRoots.class,
        value -> next.updateAndGet(switches -> switches.withTrustedRoots(value)));
    fields.choice(
        "olderVersions",
        Switches.OlderVersions.class,
        value -> next.updateAndGet(switches -> switches.withOlderVersions(value)));
    fields.choice(
        "vaultCheck",
        Switches.VaultCheck.class,
        value -> next.updateAndGet(switches -> switches.withVaultCheck(value)));
    return next.get();
  }

  private ArmResponse setLatencies(ControlCall call) {
    Fields fields = call.fields();
    Latencies next = latencies(fields, settings.latencies());
    fields.done();
    settings.set(next);
    return latencies();
  }

  static Latencies latencies(Fields fields, Latencies now) {
    AtomicReference<Latencies> next = new AtomicReference<>(now);
    fields.millis("gateway", value -> next.updateAndGet(all -> all.withGateway(value)));
    fields.millis("apim", value -> next.updateAndGet(all -> all.withApim(value)));
    fields.millis("dnsZone", value -> next.updateAndGet(all -> all.withDnsZone(value)));
    fields.millis("network", value -> next.updateAndGet(all -> all.withNetwork(value)));
    fields.millis("health", value -> next.updateAndGet(all -> all.withHealth(value)));
    fields.millis("rotation", value -> next.updateAndGet(all -> all.withRotation(value)));
    fields.millis("retryAfter", value -> next.updateAndGet(all -> all.withRetryAfter(value)));
    fields.millis("backendReuse", value -> next.updateAndGet(all -> all.withBackendReuse(value)));
    return next.get();
  }

  private ArmResponse switches() {
    return ArmResponse.of(
        200, show(settings.switches()).put("readLag", (int) settings.readLag().toMillis()));
  }

  private ArmResponse latencies() {
    return ArmResponse.of(200, show(settings.latencies()));
  }

  static ObjectNode show(Switches switches) {
    return Json.object()
        .put("ifMatch", word(switches.ifMatch()))
        .put("concurrentPut", word(switches.concurrentPut()))
        .put("events", word(switches.events()))
        .put("trustedRoots", word(switches.trustedRoots()))
        .put("olderVersions", word(switches.olderVersions()))
        .put("vaultCheck", word(switches.vaultCheck()));
  }

  static ObjectNode show(Latencies latencies) {
    return Json.object()
        .put("gateway", latencies.gateway().toMillis())
        .put("apim", latencies.apim().toMillis())
        .put("dnsZone", latencies.dnsZone().toMillis())
        .put("network", latencies.network().toMillis())
        .put("health", latencies.health().toMillis())
        .put("rotation", latencies.rotation().toMillis())
        .put("retryAfter", latencies.retryAfter().toMillis())
        .put("backendReuse", latencies.backendReuse().toMillis());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
