package dev.lockstep.plan;

/**
 * What a plan can warn of. The finding catalogue is generated from this list, together with {@link
 * BlockCode}.
 */
public enum WarningCode {
  ORPHANED(
      "orphaned",
      "Elements are named like ours, but the owner record does not know them. They are left alone."),
  UNKNOWN_ENDPOINT_TYPE(
      "unknownEndpointType", "The service lists a host name of a type that this version ignores."),
  PUBLIC_ZONE("publicZone", "Public zones are not written yet; the zone is ignored."),
  BINDING_GONE(
      "bindingGone", "Elements are owned for a service that no binding names. They are kept."),
  REMOVAL_WITHHELD(
      "removalWithheld", "A host name has left the service; the delete policy keeps its elements."),
  MANAGED_BY_TERRAFORM(
      "managedByTerraform",
      "Tags or names on the gateway say that Terraform manages it whole and would undo what is written."),
  MANAGED_BY_BICEP(
      "managedByBicep",
      "Tags on the gateway say that a template manages it whole and would undo what is written."),
  MANAGED_BY_AGIC(
      "managedByAgic",
      "Tags on the gateway say that an ingress controller manages it whole; nothing is written."),
  NO_CUSTOM_HOST("noCustomHost", "The service lists no custom host name: nothing to publish.");

  private final String wireName;
  private final String meaning;

  WarningCode(String wireName, String meaning) {
    this.wireName = wireName;
    this.meaning = meaning;
  }

  /** The stable name in journals, JSON output and the catalogue. */
  public String wireName() {
    return wireName;
  }

  /** One sentence for the catalogue. */
  public String meaning() {
    return meaning;
  }
}
