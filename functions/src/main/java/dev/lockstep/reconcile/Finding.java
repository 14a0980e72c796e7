package dev.lockstep.reconcile;

/**
 * Something that a run found and that a person should know, though it is no part of the plan.
 *
 * @param code what it is
 * @param message what was found
 * @param remedy what to do
 */
public record Finding(FindingCode code, String message, String remedy) {}
