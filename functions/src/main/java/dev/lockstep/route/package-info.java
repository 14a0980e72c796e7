/**
 * Which listener and rule of a gateway document answer a request, and where a new rule may stand
 * without moving anybody else's traffic. Pure.
 *
 * <p>The facts are those of Microsoft Learn ("Application Gateway multi-site hosting", "Application
 * Gateway listener configuration", "Overview of TLS termination and end to end TLS with Application
 * Gateway"); what those pages leave open is a constant of {@link dev.lockstep.route.Unverified}.
 * Only HTTP and HTTPS are modelled: the TCP and TLS proxy ({@code listeners}, {@code routingRules})
 * has ports of its own and no host names.
 */
package dev.lockstep.route;
