/** The data plane: what the world says, on real sockets of 127.0.0.1. */
package dev.lockstep.simulator.dataplane;
