package dev.lockstep.config;

import static dev.lockstep.config.Property.REQUIRED;

import java.util.List;

/** The properties of tag discovery. */
final class DiscoverySchema {
  static final Property SCOPES =
      new Property(
              "scopes",
              "a list of ids of subscriptions or resource groups",
              REQUIRED,
              "at least one",
              "Where services are looked for; Lockstep's identity must be able to read there.")
          .holding(new Shape.Many(new Shape.ScopeId(), 1));

  static final Property SERVICES =
      new Property(
              "services",
              "a list of names or ids of services",
              REQUIRED,
              "at least one; a tag alone publishes nothing",
              "Which services may be discovered.")
          .holding(new Shape.Many(Shape.TEXT, 1));

  static final Property TAG =
      new Property(
              "tag",
              "the name of a tag",
              "`lockstep-gateway`",
              "",
              "The tag on the service; its value is the id of the gateway.")
          .holding(Shape.TEXT);

  static final Property ZONES_TAG =
      new Property(
              "zonesTag",
              "the name of a tag",
              "`lockstep-zones`",
              "",
              "The tag on the service whose value holds the ids of DNS zones, parted by commas.")
          .holding(Shape.TEXT);

  static final Property FRONTEND =
      new Property(
              "frontend",
              "the name of a frontend IP configuration, or `public`, `private` or `both`",
              "the only one there is",
              "",
              "Where the listeners of discovered services stand.")
          .holding(Shape.TEXT);

  static final List<Property> ALL = List.of(SCOPES, SERVICES, TAG, ZONES_TAG, FRONTEND);

  private DiscoverySchema() {}
}
