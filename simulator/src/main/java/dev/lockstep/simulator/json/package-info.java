/** JSON trees: reading, merging, hashing. */
package dev.lockstep.simulator.json;
