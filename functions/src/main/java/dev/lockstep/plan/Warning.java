package dev.lockstep.plan;

/**
 * Something a person should know that stops nothing.
 *
 * @param code a stable name for the catalogue
 * @param binding name of the binding; empty text when it is about the whole target
 * @param message what it is, and what to do
 */
public record Warning(String code, String binding, String message) {}
