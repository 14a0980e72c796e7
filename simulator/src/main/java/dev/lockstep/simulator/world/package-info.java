/**
 * The state of the simulated Azure and its clock, without sockets and without threads of its own.
 */
package dev.lockstep.simulator.world;
