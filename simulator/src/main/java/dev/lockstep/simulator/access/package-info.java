/** Who may do what: roles, where they are assigned, and the refusals of ARM. */
package dev.lockstep.simulator.access;
