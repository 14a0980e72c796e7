/** Private and public DNS zones, record sets, links, and how a virtual network resolves a name. */
package dev.lockstep.simulator.dns;
