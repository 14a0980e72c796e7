/** Nothing secret stays or goes where it does not belong. */
package dev.lockstep.cli.leaks;
