/** Application gateways as reverse proxies. */
package dev.lockstep.simulator.dataplane.gateway;
