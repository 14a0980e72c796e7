/** The vocabulary: what Azure says, what is configured, and who owns what. Pure values. */
package dev.lockstep.model;
