/** Measurements: what the parts take, in numbers. */
package dev.lockstep.cli.bench;
