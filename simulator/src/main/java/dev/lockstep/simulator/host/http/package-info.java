/** What the host serves: function routes, the Event Grid webhook, the admin API. */
package dev.lockstep.simulator.host.http;
