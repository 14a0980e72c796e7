/** One run for one target: observe, plan, guard, write, look again. */
package dev.lockstep.reconcile;
