/** The demo estate. */
package dev.lockstep.simulator.estate;
