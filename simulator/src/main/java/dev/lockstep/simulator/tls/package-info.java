/** The certificate authority made at start. */
package dev.lockstep.simulator.tls;
