package dev.lockstep.desire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The backend pool of a site. */
final class PoolElement {
  private PoolElement() {}

  static ObjectNode of(Site site) {
    ObjectNode pool = JsonNodeFactory.instance.objectNode();
    ArrayNode members = pool.putArray("backendAddresses");
    if (site.members() instanceof PoolMembers.ByAddress byAddress) {
      byAddress.addresses().forEach(address -> members.addObject().put("ipAddress", address));
    } else {
      PoolMembers.ByName byName = (PoolMembers.ByName) site.members();
      members.addObject().put("fqdn", byName.host().value());
    }
    return pool;
  }
}
