/** The way from what is to what should be. Pure: no input or output, no clock, no log. */
package dev.lockstep.plan;
