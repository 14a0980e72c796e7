/** What the outside must give. */
package dev.lockstep.port;
