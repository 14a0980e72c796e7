package dev.lockstep.plan;

import dev.lockstep.desire.Site;

/**
 * The frontend ports of a gateway's sites.
 *
 * @param https where they are published
 * @param http where clients are redirected from; made only if a site does
 */
record Ports(Site.Port https, Site.Port http) {}
