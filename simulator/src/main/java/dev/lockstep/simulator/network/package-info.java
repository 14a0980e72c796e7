/**
 * Resources that are stored and shown with little behaviour: networks, addresses, identities,
 * vaults, groups.
 */
package dev.lockstep.simulator.network;
