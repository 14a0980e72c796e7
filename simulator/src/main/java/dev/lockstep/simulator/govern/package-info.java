/** What administrators put around resources beside roles: locks and policies that deny. */
package dev.lockstep.simulator.govern;
