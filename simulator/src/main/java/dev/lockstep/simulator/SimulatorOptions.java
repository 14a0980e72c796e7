package dev.lockstep.simulator;

import static java.util.Objects.requireNonNull;

import dev.lockstep.simulator.event.EventSink;
import dev.lockstep.simulator.world.Latencies;
import dev.lockstep.simulator.world.Switches;
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
 */
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
    Clock clock) {

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
          Clock.systemUTC());

  public SimulatorOptions {
    requireNonNull(subscriptionId, "subscriptionId is null");
    requireNonNull(latencies, "latencies is null");
    requireNonNull(switches, "switches is null");
    requireNonNull(auditFile, "auditFile is null");
    requireNonNull(eventSink, "eventSink is null");
    requireNonNull(clock, "clock is null");
  }

  /** With or without the demo estate. */
  public SimulatorOptions withEmpty(boolean value) {
    return new SimulatorOptions(
        value,
        subscriptionId,
        latencies,
        switches,
        auditFile,
        armPort,
        plainPort,
        seed,
        eventSink,
        clock);
  }

  /** Another subscription. */
  public SimulatorOptions withSubscriptionId(String value) {
    return new SimulatorOptions(
        empty, value, latencies, switches, auditFile, armPort, plainPort, seed, eventSink, clock);
  }

  /** Other latencies. */
  public SimulatorOptions withLatencies(Latencies value) {
    return new SimulatorOptions(
        empty,
        subscriptionId,
        value,
        switches,
        auditFile,
        armPort,
        plainPort,
        seed,
        eventSink,
        clock);
  }

  /** Other switches. */
  public SimulatorOptions withSwitches(Switches value) {
    return new SimulatorOptions(
        empty,
        subscriptionId,
        latencies,
        value,
        auditFile,
        armPort,
        plainPort,
        seed,
        eventSink,
        clock);
  }

  /** An audit file. */
  public SimulatorOptions withAuditFile(Path value) {
    return new SimulatorOptions(
        empty,
        subscriptionId,
        latencies,
        switches,
        Optional.of(value),
        armPort,
        plainPort,
        seed,
        eventSink,
        clock);
  }

  /** Fixed ports; 0 takes a free one. */
  public SimulatorOptions withPorts(int arm, int plain) {
    return new SimulatorOptions(
        empty, subscriptionId, latencies, switches, auditFile, arm, plain, seed, eventSink, clock);
  }

  /** Another seed. */
  public SimulatorOptions withSeed(long value) {
    return new SimulatorOptions(
        empty,
        subscriptionId,
        latencies,
        switches,
        auditFile,
        armPort,
        plainPort,
        value,
        eventSink,
        clock);
  }

  /** Another listener. */
  public SimulatorOptions withEventSink(EventSink value) {
    return new SimulatorOptions(
        empty,
        subscriptionId,
        latencies,
        switches,
        auditFile,
        armPort,
        plainPort,
        seed,
        value,
        clock);
  }

  /** Another clock. */
  public SimulatorOptions withClock(Clock value) {
    return new SimulatorOptions(
        empty,
        subscriptionId,
        latencies,
        switches,
        auditFile,
        armPort,
        plainPort,
        seed,
        eventSink,
        value);
  }
}
