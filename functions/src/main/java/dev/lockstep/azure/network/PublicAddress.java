package dev.lockstep.azure.network;

import java.util.Optional;

/**
 * A public IP address resource.
 *
 * @param address the address; empty while none is assigned
 * @param fqdn its DNS name in the region's domain
 */
public record PublicAddress(Optional<String> address, Optional<String> fqdn) {}
