/**
 * Deterministic simulation: one world, several worker processes of an app, and everything that can
 * go wrong, on a virtual clock and from one seed. It knows nothing of the app but {@link
 * dev.lockstep.simulator.chaos.Subject}; what must hold is judged by the audit and the world.
 */
package dev.lockstep.simulator.chaos;
