/** Undertow in front of the world: nothing but transport. */
package dev.lockstep.simulator.http;
