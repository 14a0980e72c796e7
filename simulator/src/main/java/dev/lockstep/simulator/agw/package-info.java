/** Application Gateway: intake, rules, rendering, life cycle. */
package dev.lockstep.simulator.agw;
