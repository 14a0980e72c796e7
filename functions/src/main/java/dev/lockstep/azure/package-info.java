/** Adapters of the ports: Resource Manager, storage, identity. */
package dev.lockstep.azure;
