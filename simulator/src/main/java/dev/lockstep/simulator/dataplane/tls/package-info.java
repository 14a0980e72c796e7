/** TLS as endpoints and gateways use it. */
package dev.lockstep.simulator.dataplane.tls;
