/** Who calls: principals, tokens, and the endpoints that issue them. */
package dev.lockstep.simulator.token;
