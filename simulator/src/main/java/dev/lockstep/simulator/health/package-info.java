/** Backend health, computed from what the world says. */
package dev.lockstep.simulator.health;
