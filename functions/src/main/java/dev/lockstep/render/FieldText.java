package dev.lockstep.render;

import dev.lockstep.plan.FieldChange;

/** How a field is named for people. */
final class FieldText {
  private static final String PROPERTIES = "properties.";

  private FieldText() {}

  /** The path without the envelope that every element has. */
  static String path(FieldChange field) {
    return field.path().startsWith(PROPERTIES)
        ? field.path().substring(PROPERTIES.length())
        : field.path();
  }
}
