package dev.lockstep.plan;

import dev.lockstep.desire.Site;

/**
 * What the sites of a gateway have in common.
 *
 * @param https the frontend port where they are published
 * @param http the frontend port where clients are redirected from; made only if a site does
 * @param roots the trusted roots of others
 * @param trust which roots each setting needs
 */
record Commons(Site.Port https, Site.Port http, ForeignRoots roots, BackendRoots trust) {}
