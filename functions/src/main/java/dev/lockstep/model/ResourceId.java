package dev.lockstep.model;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;

/**
 * An Azure Resource Manager id. Azure answers the same id in different cases, so equality ignores
 * case; {@link #value()} keeps the text as it was given.
 */
public final class ResourceId {
  private static final String PREFIX = "/subscriptions/";

  private final String value;
  // Ids are compared and looked up far more often than made.
  private final String key;

  /**
   * An id.
   *
   * @param value {@code /subscriptions/…/resourceGroups/…/providers/<namespace>/<type>/<name>…}
   * @throws IllegalArgumentException if it does not begin so
   */
  public ResourceId(String value) {
    requireNonNull(value, "value is null");
    if (!value.regionMatches(true, 0, PREFIX, 0, PREFIX.length())
        || value.endsWith("/")
        || value.contains("//")) {
      throw new IllegalArgumentException(
          "not a resource id: '"
              + value
              + "'; expected /subscriptions/<id>/resourceGroups/<group>/providers/<type>/<name>");
    }
    this.value = value;
    this.key = value.toLowerCase(Locale.ROOT);
  }

  /** The id as it was given. */
  public String value() {
    return value;
  }

  /** The id, or empty when the text is not one. */
  public static Optional<ResourceId> tryParse(String text) {
    try {
      return Optional.of(new ResourceId(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The last segment. */
  public String name() {
    return value.substring(value.lastIndexOf('/') + 1);
  }

  /** The subscription's GUID. */
  public String subscriptionId() {
    return value.split("/", 4)[2];
  }

  /** The resource group's name; empty for an id at subscription scope. */
  public Optional<String> resourceGroup() {
    String[] parts = value.split("/");
    return parts.length > 4 && parts[3].equalsIgnoreCase("resourceGroups")
        ? Optional.of(parts[4])
        : Optional.empty();
  }

  /**
   * Provider namespace and types without the names, such as {@code Microsoft.Network/dnsZones/A}.
   */
  public String type() {
    int providers = key.lastIndexOf("/providers/");
    if (providers < 0) {
      return "";
    }
    String[] parts = value.substring(providers + "/providers/".length()).split("/");
    StringBuilder type = new StringBuilder(parts[0]);
    for (int i = 1; i < parts.length; i += 2) {
      type.append('/').append(parts[i]);
    }
    return type.toString();
  }

  /** Whether this is a resource of the given type, whatever the case. */
  public boolean isOfType(String type) {
    return type().equalsIgnoreCase(type);
  }

  /** The id of a child resource. */
  public ResourceId child(String type, String name) {
    return new ResourceId(value + "/" + type + "/" + name);
  }

  /** The id without its last type and name: the parent of a child resource. */
  public ResourceId parent() {
    int end = value.lastIndexOf('/', value.lastIndexOf('/') - 1);
    return new ResourceId(value.substring(0, end));
  }

  /** The lower-case form, for maps and for comparison. */
  public String key() {
    return key;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ResourceId id && key.equals(id.key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}
