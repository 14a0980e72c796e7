/** Timer triggers on NCRONTAB schedules. */
package dev.lockstep.simulator.host.timer;
