/**
 * Event Grid's push delivery: subscriptions with filters and handshake, at-least-once delivery with
 * the documented retry schedule, dead letters. Knows nothing of ARM: it takes events from anyone
 * who has an {@link dev.lockstep.simulator.event.EventSink}.
 */
package dev.lockstep.simulator.eventgrid;
