/** The real app in the simulated world of {@code dev.lockstep.simulator.chaos}. */
package dev.lockstep.cli.chaos;
