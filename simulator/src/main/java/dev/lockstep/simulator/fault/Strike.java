package dev.lockstep.simulator.fault;

/**
 * A fault that strikes.
 *
 * @param rule number of the rule
 * @param count how often it has struck, this time included
 * @param effect what happens
 * @param drawn a number from 0 to 1 that belongs to this strike, for effects that need chance
 */
public record Strike(int rule, int count, Effect effect, double drawn) {}
