/** The app's own way to key vaults, against the simulated ones. */
package dev.lockstep.cli.vault;
