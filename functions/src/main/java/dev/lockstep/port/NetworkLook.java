package dev.lockstep.port;

import dev.lockstep.model.GatewayDocument;

/** A read-only look at the network around a gateway, for people; no decision depends on it. */
@FunctionalInterface
public interface NetworkLook {
  /** What the network around the gateway looks like. What cannot be read is told in words. */
  NetworkView of(GatewayDocument gateway);
}
