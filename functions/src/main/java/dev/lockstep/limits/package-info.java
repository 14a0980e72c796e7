/** The limits of the service, and which of them a gateway document would exceed. Pure. */
package dev.lockstep.limits;
