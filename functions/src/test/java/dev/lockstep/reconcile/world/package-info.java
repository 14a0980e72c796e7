/**
 * A small world to reconcile in: storage with real lease and visibility rules and a gateway that
 * takes its time, all on a clock that only the test moves.
 */
package dev.lockstep.reconcile.world;
