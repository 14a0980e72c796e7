package dev.lockstep.desire;

import dev.lockstep.model.ResourceId;

/**
 * A record set of type A that is wanted.
 *
 * @param zone the zone, private or public
 * @param name relative to the zone, lower case; {@code @} at the apex
 * @param answer what it answers
 * @param ttlSeconds time to live, in seconds
 */
public record WantedRecord(ResourceId zone, String name, RecordAnswer answer, long ttlSeconds) {}
