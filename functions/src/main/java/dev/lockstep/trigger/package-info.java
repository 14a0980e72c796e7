/** One small class per function: binding annotations, parsing, delegation. */
package dev.lockstep.trigger;
