/** Renewals of certificates, played while clients keep calling. */
package dev.lockstep.cli.rollover;
