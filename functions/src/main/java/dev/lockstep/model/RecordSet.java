package dev.lockstep.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One DNS record set as it was read.
 *
 * @param name relative to the zone; {@code @} at the apex
 * @param type {@code A}, {@code CNAME} …, upper case
 * @param ttlSeconds time to live, in seconds
 * @param addresses IPv4 addresses of an A record set, in the order of the answer
 * @param cname the canonical name of a CNAME record set
 * @param metadata the record set's metadata, where the owner is written
 * @param autoRegistered whether Azure made it for a virtual machine: never touched
 * @param etag the entity tag, a plain GUID
 * @param target the resource that an alias record set of a public zone follows; empty for any other
 */
public record RecordSet(
    String name,
    String type,
    long ttlSeconds,
    List<String> addresses,
    Optional<String> cname,
    Map<String, String> metadata,
    boolean autoRegistered,
    Optional<String> etag,
    Optional<ResourceId> target) {
  public RecordSet {
    addresses = List.copyOf(addresses);
    metadata = Map.copyOf(metadata);
  }

  /** A record set that holds its records itself. */
  public RecordSet(
      String name,
      String type,
      long ttlSeconds,
      List<String> addresses,
      Optional<String> cname,
      Map<String, String> metadata,
      boolean autoRegistered,
      Optional<String> etag) {
    this(
        name, type, ttlSeconds, addresses, cname, metadata, autoRegistered, etag, Optional.empty());
  }

  /** The same with other metadata. */
  public RecordSet withMetadata(Map<String, String> other) {
    return new RecordSet(
        name, type, ttlSeconds, addresses, cname, other, autoRegistered, etag, target);
  }
}
