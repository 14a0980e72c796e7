package dev.lockstep.simulator;

import static java.util.Objects.requireNonNull;

import dev.lockstep.simulator.access.AppRoles;
import dev.lockstep.simulator.event.EventSink;
import dev.lockstep.simulator.fault.Weather;
import dev.lockstep.simulator.world.Latencies;
import dev.lockstep.simulator.world.Switches;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * How a simulator starts. Make one from {@link #DEFAULT}.
 *
 * @param empty whether to leave out the demo estate; the subscription is there all the same
 * @param subscriptionId the one subscription
 * @param latencies how long slow things take
 * @param switches what is not documented of Azure
 * @param auditFile where to write the audit besides memory
 * @param armPort port of the HTTPS endpoint, 0 for a free one
 * @param plainPort port of identity and control endpoint, 0 for a free one
 * @param seed from which every id of the world is drawn
 * @param eventSink who hears of changes
 * @param clock the time of world and tokens
 * @param roles what the function app's identity may do
 * @param weather limits, faults and lag of the control plane
 */
@RecordBuilder
public record SimulatorOptions(
    boolean empty,
    String subscriptionId,
    Latencies latencies,
    Switches switches,
    Optional<Path> auditFile,
    int armPort,
    int plainPort,
    long seed,
    EventSink eventSink,
    Clock clock,
    AppRoles roles,
    Weather weather)
    implements SimulatorOptionsBuilder.With {

  /** The demo estate on free ports, without an audit file, seed 1. */
  public static final SimulatorOptions DEFAULT =
      new SimulatorOptions(
          false,
          "11111111-1111-1111-1111-111111111111",
          Latencies.DEFAULT,
          Switches.DEFAULT,
          Optional.empty(),
          0,
          0,
          1,
          EventSink.NONE,
          Clock.systemUTC(),
          AppRoles.shipped(),
          Weather.FAIR);

  public SimulatorOptions {
    requireNonNull(subscriptionId, "subscriptionId is null");
    requireNonNull(latencies, "latencies is null");
    requireNonNull(switches, "switches is null");
    requireNonNull(auditFile, "auditFile is null");
    requireNonNull(eventSink, "eventSink is null");
    requireNonNull(clock, "clock is null");
    requireNonNull(roles, "roles is null");
    requireNonNull(weather, "weather is null");
  }

  /** With an audit file. */
  public SimulatorOptions withAuditFile(Path value) {
    return withAuditFile(Optional.of(value));
  }

  /** Fixed ports; 0 takes a free one. */
  public SimulatorOptions withPorts(int arm, int plain) {
    return withArmPort(arm).withPlainPort(plain);
  }
}
