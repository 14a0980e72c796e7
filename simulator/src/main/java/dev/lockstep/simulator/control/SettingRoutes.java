package dev.lockstep.simulator.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.Latencies;
import dev.lockstep.simulator.world.Settings;
import dev.lockstep.simulator.world.Switches;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

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
            "Sets switches: ifMatch (ignored, honoured), concurrentPut (supersede, refuse), events (acceptance, completion, both), trustedRoots (exclusive, additional), olderVersions (drop, keep), vaultCheck (later, at_once).",
            this::setSwitches),
        new ControlRoute(
            "GET", "/latencies", "Shows the latencies in milliseconds.", call -> latencies()),
        new ControlRoute(
            "PATCH",
            "/latencies",
            "Sets latencies in milliseconds: gateway, apim, dnsZone, health, rotation, retryAfter.",
            this::setLatencies));
  }

  private ArmResponse setSwitches(ControlCall call) {
    AtomicReference<Switches> next = new AtomicReference<>(settings.switches());
    Fields fields = call.fields();
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
    fields.done();
    settings.set(next.get());
    return switches();
  }

  private ArmResponse setLatencies(ControlCall call) {
    AtomicReference<Latencies> next = new AtomicReference<>(settings.latencies());
    Fields fields = call.fields();
    fields.millis("gateway", value -> next.updateAndGet(all -> all.withGateway(value)));
    fields.millis("apim", value -> next.updateAndGet(all -> all.withApim(value)));
    fields.millis("dnsZone", value -> next.updateAndGet(all -> all.withDnsZone(value)));
    fields.millis("health", value -> next.updateAndGet(all -> all.withHealth(value)));
    fields.millis("rotation", value -> next.updateAndGet(all -> all.withRotation(value)));
    fields.millis("retryAfter", value -> next.updateAndGet(all -> all.withRetryAfter(value)));
    fields.done();
    settings.set(next.get());
    return latencies();
  }

  private ArmResponse switches() {
    return ArmResponse.of(200, show(settings.switches()));
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
        .put("health", latencies.health().toMillis())
        .put("rotation", latencies.rotation().toMillis())
        .put("retryAfter", latencies.retryAfter().toMillis());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
