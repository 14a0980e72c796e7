package dev.lockstep.desire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The redirect of a site's port 80 to its listener, path and query kept. */
final class RedirectElement {
  private RedirectElement() {}

  static ObjectNode of(Site site, Door door) {
    ObjectNode redirect = JsonNodeFactory.instance.objectNode().put("redirectType", "Permanent");
    redirect.set(
        "targetListener", ElementReference.to(site, site.own().key(Kind.LISTENER, door.variant())));
    // Either the one or the other.
    redirect.putNull("targetUrl");
    return redirect.put("includePath", true).put("includeQueryString", true);
  }
}
