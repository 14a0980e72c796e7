/** Read-only looks at networks with the typed managers: slow to start, so only where asked for. */
package dev.lockstep.azure.network;
