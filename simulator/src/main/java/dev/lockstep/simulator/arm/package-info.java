/** What all resource providers share: paths, errors, long-running operations, events, routing. */
package dev.lockstep.simulator.arm;
