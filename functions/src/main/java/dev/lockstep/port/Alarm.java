package dev.lockstep.port;

/**
 * Something that a person should hear of at once, though the run went on.
 *
 * @param target which target
 * @param code its stable name
 * @param message what was found
 * @param remedy what to do
 */
public record Alarm(String target, String code, String message, String remedy) {}
