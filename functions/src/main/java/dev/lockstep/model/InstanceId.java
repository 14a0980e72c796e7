package dev.lockstep.model;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * Names this installation, so that two can share a gateway. Part of owned names and of DNS
 * metadata.
 *
 * @param value 1 to 16 lower-case letters, digits or hyphens, beginning with a letter
 */
public record InstanceId(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,15}");

  public InstanceId {
    requireNonNull(value, "value is null");
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "not an instance id: '"
              + value
              + "'; use 1 to 16 lower-case letters, digits or hyphens, beginning with a letter");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
