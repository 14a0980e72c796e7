/**
 * The Blob and Queue REST calls that a function app uses, over state that lives in this process.
 *
 * <p>State ({@link dev.lockstep.simulator.storage.BlobStore}, {@link
 * dev.lockstep.simulator.storage.QueueStore}) knows neither sockets nor threads of its own and
 * takes its time from a clock, so that a virtual clock can drive it. The REST layer maps requests
 * to it; behaviour follows Microsoft Learn, "Blob Storage REST API" and "Queue Storage REST API".
 */
package dev.lockstep.simulator.storage;
