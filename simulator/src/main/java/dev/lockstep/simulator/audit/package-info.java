/** One line per ARM request, from which every figure is computed. */
package dev.lockstep.simulator.audit;
