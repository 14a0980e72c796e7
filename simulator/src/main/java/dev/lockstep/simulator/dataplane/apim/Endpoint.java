package dev.lockstep.simulator.dataplane.apim;

import dev.lockstep.simulator.pki.Identity;

/**
 * One host name that a service answers to.
 *
 * @param hostName host name in lower case
 * @param kind what stands behind it
 * @param identity the certificate that the service holds for it
 * @param byDefault whether clients without SNI get its certificate
 */
record Endpoint(String hostName, EndpointKind kind, Identity identity, boolean byDefault) {}
