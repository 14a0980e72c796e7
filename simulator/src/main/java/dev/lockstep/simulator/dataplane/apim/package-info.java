/** The endpoints of API Management services. */
package dev.lockstep.simulator.dataplane.apim;
