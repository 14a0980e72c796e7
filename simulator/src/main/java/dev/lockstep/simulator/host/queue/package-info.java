/** Queue triggers over the REST API of a storage account. */
package dev.lockstep.simulator.host.queue;
