package dev.lockstep.desire;

import dev.lockstep.model.InstanceId;
import dev.lockstep.model.RecordSet;
import dev.lockstep.model.ResourceId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The owner of a DNS record set, as its metadata says: service and installation. Every binding of
 * the service writes the same mark, so that two gateways before one service agree.
 *
 * @param service the service that lists the host name
 * @param instance the installation that made the record
 */
public record OwnerMark(ResourceId service, InstanceId instance) {
  /** Metadata key of the service's id, lower case. */
  public static final String SERVICE = "lockstep-service";

  /** Metadata key of the instance id. */
  public static final String INSTANCE = "lockstep-instance";

  /** Whether the record set is marked as this owner's. Auto-registered ones are nobody's. */
  public boolean owns(RecordSet record) {
    return !record.autoRegistered()
        && service.key().equalsIgnoreCase(record.metadata().getOrDefault(SERVICE, ""))
        && instance.value().equals(record.metadata().getOrDefault(INSTANCE, ""));
  }

  /** The metadata with the mark; what others wrote there stays. */
  public Map<String, String> on(Map<String, String> metadata) {
    Map<String, String> marked = new LinkedHashMap<>(metadata);
    marked.put(SERVICE, service.key());
    marked.put(INSTANCE, instance.value());
    return marked;
  }
}
