/**
 * What the simulated Azure tells about itself: the one way by which a finished change becomes an
 * event.
 */
package dev.lockstep.simulator.event;
