/** Changes that a colleague would make in the portal, over plain HTTP. */
package dev.lockstep.simulator.control;
