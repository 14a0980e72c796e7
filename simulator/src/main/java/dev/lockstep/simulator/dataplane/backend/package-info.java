/** Servers that are no resource of the world. */
package dev.lockstep.simulator.dataplane.backend;
