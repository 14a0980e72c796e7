/** Certificate authorities of the simulated world. Keys live in memory only. */
package dev.lockstep.simulator.pki;
