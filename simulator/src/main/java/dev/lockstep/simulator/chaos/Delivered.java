package dev.lockstep.simulator.chaos;

import java.time.Instant;

/**
 * A queue message as the host hands it over.
 *
 * @param text decoded
 * @param inserted when it was put into the queue
 * @param dequeued how often it was handed out, this time included
 */
public record Delivered(String text, Instant inserted, int dequeued) {}
