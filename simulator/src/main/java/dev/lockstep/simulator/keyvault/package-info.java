/** Certificates that the simulated vaults hold. */
package dev.lockstep.simulator.keyvault;
