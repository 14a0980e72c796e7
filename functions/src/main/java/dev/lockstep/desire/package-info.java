/** What should be: a pure function of observation and bindings. */
package dev.lockstep.desire;
