/**
 * Which certificates lead to which roots, and which roots a gateway has to be given. Pure: no input
 * or output, no clock, no log; public certificates only.
 */
package dev.lockstep.trust;
