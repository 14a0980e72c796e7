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
  PUBLIC_ZONE("publicZone", "A public zone is configured, but no record set in it is wanted."),
  BINDING_GONE(
      "bindingGone", "Elements are owned for a service that no binding names. They are kept."),
  HOST_CLAIMED(
      "hostClaimed", "A host name is taken out of a foreign wildcard listener, as configured."),
  LIMIT_UNCERTAIN(
      "limitUncertain", "A limit is passed that holds only with old firewall rules (CRS 3.1)."),
  REMOVAL_WITHHELD(
      "removalWithheld", "A host name has left the service; the delete policy keeps its elements."),
  WITHDRAWN(
      "withdrawn", "A person has taken a host name back: it is not published until they say so."),
  MANAGED_BY_TERRAFORM(
      "managedByTerraform",
      "Tags or names on the gateway say that Terraform manages it whole and would undo what is written."),
  MANAGED_BY_BICEP(
      "managedByBicep",
      "Tags on the gateway say that a template manages it whole and would undo what is written."),
  MANAGED_BY_AGIC(
      "managedByAgic",
      "Tags on the gateway say that an ingress controller manages it whole; nothing is written."),
  NO_CUSTOM_HOST("noCustomHost", "The service lists no custom host name: nothing to publish."),
  REGION_UNKNOWN("regionUnknown", "A configured region is none of the service's."),
  REDIRECT_LEFT_OUT(
      "redirectLeftOut", "Port 80 cannot redirect to the listener; the rest is published."),
  ENDPOINT_DISABLED(
      "endpointDisabled",
      "The endpoint is switched off in the service: nothing is made for its host name."),
  CLIENT_CERTIFICATE_LOST(
      "clientCertificateLost",
      "The service asks clients for a certificate, which a gateway cannot pass on."),
  TRUST_UNDETERMINED(
      "trustUndetermined",
      "It is not known which roots the gateway needs for a host name: its setting stays as it is."),
  CHAIN_PROBLEM(
      "chainProblem", "Something is wrong with a chain that the service presents, or will."),
  CERTIFICATE_EXPIRED("certificateExpired", "The certificate of a host name is over."),
  CERTIFICATE_EXPIRING("certificateExpiring", "The certificate of a host name ends soon."),
  CERTIFICATE_NAME_MISMATCH(
      "certificateNameMismatch", "The certificate in the vault is not for its host name."),
  CERTIFICATE_UNFIT(
      "certificateUnfit", "Something else is wrong with the certificate in the vault."),
  CERTIFICATE_UNREAD(
      "certificateUnread", "The certificate in the vault, or the trust bundle, could not be read."),
  CERTIFICATE_PINNED_BY_OTHERS(
      "certificatePinnedByOthers",
      "Certificates of others on the gateway name a version and never rotate.");

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
