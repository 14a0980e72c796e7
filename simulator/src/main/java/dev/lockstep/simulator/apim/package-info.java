/** API Management services. */
package dev.lockstep.simulator.apim;
