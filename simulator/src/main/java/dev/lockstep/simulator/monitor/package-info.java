/** Azure Monitor: what gateways count, and the requests that read it. */
package dev.lockstep.simulator.monitor;
