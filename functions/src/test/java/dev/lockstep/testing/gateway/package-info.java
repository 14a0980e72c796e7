/**
 * Gateway documents for tests: crowded ones from a generator, and sized ones for measurements. The
 * shape of a gateway is a value; one writer turns it into the JSON that a GET would answer.
 */
package dev.lockstep.testing.gateway;
