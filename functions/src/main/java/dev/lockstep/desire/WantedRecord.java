package dev.lockstep.desire;

import dev.lockstep.model.ResourceId;
import java.util.List;

/**
 * An A record set that is wanted.
 *
 * @param zone the zone
 * @param name relative to the zone; {@code @} at the apex
 * @param addresses IPv4 addresses, sorted
 * @param ttlSeconds time to live, in seconds
 */
public record WantedRecord(ResourceId zone, String name, List<String> addresses, long ttlSeconds) {
  public WantedRecord {
    addresses = addresses.stream().sorted().toList();
  }
}
