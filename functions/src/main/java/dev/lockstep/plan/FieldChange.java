package dev.lockstep.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * One property before and after.
 *
 * @param path such as {@code properties.hostName}
 * @param before the value that was read; empty when the property was absent
 * @param after the value to be written; empty when the property goes
 */
public record FieldChange(String path, Optional<JsonNode> before, Optional<JsonNode> after) {}
