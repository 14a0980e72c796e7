/** Simulated addresses, packets and names, and the loopback sockets behind them. */
package dev.lockstep.simulator.dataplane.net;
