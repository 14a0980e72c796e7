package dev.lockstep.discover;

import dev.lockstep.model.ResourceId;

/**
 * Something that a person should know of a discovery.
 *
 * @param resource the service or the scope
 * @param message what it is
 * @param remedy what to do
 */
public record Finding(ResourceId resource, String message, String remedy) {}
