package dev.lockstep.reconcile;

import dev.lockstep.port.Arm;
import dev.lockstep.port.Blobs;
import dev.lockstep.port.CertificateSources;
import dev.lockstep.port.Identity;
import dev.lockstep.port.RunLog;
import dev.lockstep.port.Signals;
import dev.lockstep.port.Tasks;
import dev.lockstep.port.Ticker;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Clock;
import java.util.Optional;

/**
 * Everything that the reconciler needs of the outside.
 *
 * @param arm Azure Resource Manager
 * @param state the container of target states; also holds the leases
 * @param journal the container of run records
 * @param signals the queue
 * @param tasks reads at the same time
 * @param ticker measures how long things take
 * @param clock time of day, only where the storage service's clock is not at hand
 * @param log one line per run
 * @param identity who we are to Azure Resource Manager
 * @param certificates where certificates are looked at; empty where nothing is to be looked at
 */
@RecordBuilder
public record Ports(
    Arm arm,
    Blobs state,
    Blobs journal,
    Signals signals,
    Tasks tasks,
    Ticker ticker,
    Clock clock,
    RunLog log,
    Identity identity,
    Optional<CertificateSources> certificates)
    implements PortsBuilder.With {
  /** Ports that look at no certificates. */
  public Ports(
      Arm arm,
      Blobs state,
      Blobs journal,
      Signals signals,
      Tasks tasks,
      Ticker ticker,
      Clock clock,
      RunLog log,
      Identity identity) {
    this(arm, state, journal, signals, tasks, ticker, clock, log, identity, Optional.empty());
  }

  /** Ports that do not tell who we are. */
  public Ports(
      Arm arm,
      Blobs state,
      Blobs journal,
      Signals signals,
      Tasks tasks,
      Ticker ticker,
      Clock clock,
      RunLog log) {
    this(arm, state, journal, signals, tasks, ticker, clock, log, Identity.UNKNOWN);
  }
}
