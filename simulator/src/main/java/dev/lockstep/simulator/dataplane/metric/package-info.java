/** What is counted, as a source for metrics. */
package dev.lockstep.simulator.dataplane.metric;
