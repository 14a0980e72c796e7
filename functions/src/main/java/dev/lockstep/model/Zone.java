package dev.lockstep.model;

import java.util.List;

/**
 * A DNS zone with all of its record sets, every page read.
 *
 * @param id the zone; its type tells private from public
 * @param records its record sets of all types
 */
public record Zone(ResourceId id, List<RecordSet> records) {
  /** Resource type of private zones. */
  public static final String PRIVATE = "Microsoft.Network/privateDnsZones";

  /** Resource type of public zones. */
  public static final String PUBLIC = "Microsoft.Network/dnsZones";

  public Zone {
    records = List.copyOf(records);
  }

  /** The domain, such as {@code contoso.com}. */
  public String name() {
    return id.name();
  }

  /** Whether this is a private zone. */
  public boolean isPrivate() {
    return id.isOfType(PRIVATE);
  }
}
