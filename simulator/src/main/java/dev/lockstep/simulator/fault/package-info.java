/** What goes wrong, by script or by probability from a seed. */
package dev.lockstep.simulator.fault;
