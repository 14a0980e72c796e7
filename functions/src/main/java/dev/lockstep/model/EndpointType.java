package dev.lockstep.model;

import java.util.Arrays;
import java.util.Optional;

/**
 * The kinds of custom host name of an API Management service (HostnameConfiguration.type,
 * api-version 2024-05-01). A type that is not listed here is reported and ignored.
 */
public enum EndpointType {
  PROXY("Proxy"),
  DEVELOPER_PORTAL("DeveloperPortal"),
  MANAGEMENT("Management"),
  SCM("Scm"),
  CONFIGURATION_API("ConfigurationApi"),
  /** The legacy portal, retired by the service. */
  PORTAL("Portal");

  private final String wireName;

  EndpointType(String wireName) {
    this.wireName = wireName;
  }

  /** The name as Azure and our configuration write it. */
  public String wireName() {
    return wireName;
  }

  /** The type of that name, ignoring case; empty when unknown. */
  public static Optional<EndpointType> fromWire(String name) {
    return Arrays.stream(values()).filter(t -> t.wireName.equalsIgnoreCase(name)).findFirst();
  }
}
