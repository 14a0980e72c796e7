package dev.lockstep.simulator.chaos;

import dev.lockstep.simulator.world.ResourceId;

/**
 * A service that is published through a gateway: its host names of type Proxy on port 443 of one
 * frontend, with record sets in a private zone that lead to the service.
 *
 * @param name names it
 * @param frontend name of the frontend IP configuration
 */
public record Publication(
    String name, ResourceId service, ResourceId gateway, ResourceId zone, String frontend) {}
