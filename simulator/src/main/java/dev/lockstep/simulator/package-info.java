/** See docs/architecture.md. */
package dev.lockstep.simulator;
