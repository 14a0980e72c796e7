package dev.lockstep.plan;

import dev.lockstep.model.RecordSet;
import dev.lockstep.model.ResourceId;
import java.util.Optional;

/** A write of one DNS record set of type A, with the condition under which it is safe. */
public sealed interface RecordChange {
  /** The zone. */
  ResourceId zone();

  /** The record set's name inside the zone. */
  String name();

  /**
   * Create or change it.
   *
   * @param desired what it shall hold
   * @param ifMatch the entity tag that was read; empty to create it only if it does not exist
   * @param afterGateway whether it leads to the gateway, which has yet to be changed for the name
   */
  record Upsert(
      ResourceId zone,
      String name,
      RecordSet desired,
      Optional<String> ifMatch,
      boolean afterGateway)
      implements RecordChange {}

  /**
   * Remove it.
   *
   * @param ifMatch the entity tag that was read
   * @param ttlSeconds how long resolvers may still hold the old answer
   */
  record Delete(ResourceId zone, String name, String ifMatch, long ttlSeconds)
      implements RecordChange {}
}
