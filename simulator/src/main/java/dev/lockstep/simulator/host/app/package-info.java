/** The staged app: what its files say, and running its functions. */
package dev.lockstep.simulator.host.app;
