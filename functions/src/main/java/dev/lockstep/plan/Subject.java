package dev.lockstep.plan;

import dev.lockstep.model.ElementKey;
import dev.lockstep.model.ResourceId;

/** What a change is about. */
public sealed interface Subject {
  /** An element of the gateway document. */
  record GatewayElement(ElementKey key) implements Subject {}

  /**
   * A DNS record set of type A.
   *
   * @param zone the zone
   * @param name the record set's name inside the zone
   */
  record DnsRecord(ResourceId zone, String name) implements Subject {}
}
