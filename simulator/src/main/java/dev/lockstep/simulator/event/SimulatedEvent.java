package dev.lockstep.simulator.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** One event of the simulated world, before it is put into a schema. */
public record SimulatedEvent(
    String id, String type, String topic, String subject, Instant time, ObjectNode data) {}
