/** Health probes over real sockets. */
package dev.lockstep.simulator.dataplane.probe;
