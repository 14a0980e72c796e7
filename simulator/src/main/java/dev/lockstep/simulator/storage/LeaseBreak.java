package dev.lockstep.simulator.storage;

import java.time.Duration;

/** The answer to breaking a lease: the blob, and the time until a new lease can be acquired. */
public record LeaseBreak(BlobProperties properties, Duration remaining) {}
