package dev.lockstep.plan;

/**
 * Why nothing of a host name is changed until a person says so.
 *
 * @param code what it is called in the finding catalogue
 * @param reason what happened
 * @param remedy what a person can do
 */
public record Withheld(BlockCode code, String reason, String remedy) {}
