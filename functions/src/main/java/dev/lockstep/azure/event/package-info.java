/** Event Grid payloads, both schemas, read into notices. */
package dev.lockstep.azure.event;
