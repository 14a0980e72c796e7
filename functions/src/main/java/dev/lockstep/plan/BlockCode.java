package dev.lockstep.plan;

/**
 * The reasons for which something is blocked. The finding catalogue is generated from this list.
 */
public enum BlockCode {
  SERVICE_UNREADABLE("serviceUnreadable", "The API Management service could not be read."),
  SERVICE_UNSETTLED(
      "serviceUnsettled", "The service is being changed; its host names are not final.", true),
  SERVICE_WITHOUT_ADDRESS(
      "serviceWithoutAddress",
      "The service has no private address, because it is not in internal mode."),
  ADDRESS_UNKNOWN(
      "addressUnknown",
      "The service, or one of its regions, has no private address yet. It is waited for.",
      true),
  REGION_UNAVAILABLE(
      "regionUnavailable", "No region of the service is left whose gateway takes traffic."),
  SOURCE_EMPTY("sourceEmpty", "The service lists no custom host name, so nothing is removed."),
  GATEWAY_UNREADABLE("gatewayUnreadable", "The gateway could not be read."),
  ZONE_MISSING("zoneMissing", "No configured zone holds the host name."),
  ZONE_UNREADABLE("zoneUnreadable", "The zone could not be read."),
  PUBLIC_ADDRESS_UNREADABLE(
      "publicAddressUnreadable", "The address of the frontend's public IP could not be read."),
  FRONTEND_ADDRESS(
      "frontendAddress",
      "The host name has no frontend address to which the record set could lead."),
  CERTIFICATE_MISSING("certificateMissing", "No Key Vault secret is known for the host name."),
  CERTIFICATE_VERSIONED(
      "certificateVersioned", "The secret id names a version and would never rotate."),
  CERTIFICATE_UNUSABLE(
      "certificateUnusable", "No gateway can use the certificate that the host name would get."),
  IDENTITY_MISSING(
      "identityMissing",
      "The gateway has no user-assigned identity with which it could read the vault."),
  FRONTEND_UNKNOWN("frontendUnknown", "The configured frontend is not on the gateway."),
  FRONTEND_PUBLIC("frontendPublic", "This endpoint type must not stand on a public frontend."),
  LISTENER_COLLISION("listenerCollision", "A foreign listener already answers for the host name."),
  CLAIM_MISSING(
      "claimMissing",
      "A foreign wildcard listener answers for the host name; claim takes it out of that."),
  RECORD_COLLISION("recordCollision", "A foreign record set already holds the name."),
  RECORD_CONTESTED(
      "recordContested", "Two bindings of one service want different record sets of one name."),
  RECORD_LIMIT("recordLimit", "There are more addresses than a record set may hold."),
  RECORD_LOOP("recordLoop", "The gateway would find itself by the host name in its pool."),
  RECORD_IN_USE(
      "recordInUse", "A pool still goes by the name of a record set that is no longer wanted."),
  NAME_COLLISION("nameCollision", "A foreign element has the name that ours would get."),
  TRUSTED_ROOT_UNKNOWN("trustedRootUnknown", "The named trusted root is not on the gateway."),
  PRIORITY_MISSING(
      "priorityMissing", "Rules of the gateway have no priority, so a new one cannot have any."),
  PRIORITY_EXHAUSTED(
      "priorityExhausted",
      "No rule priority is free where the rule would be reached and move nobody else's traffic."),
  LIMIT_REACHED("limitReached", "The gateway would hold more elements than its SKU allows."),
  PROBE_HOST_MISSING(
      "probeHostMissing", "A wildcard host name needs an exact one that its probe asks for."),
  PROBE_HOST_UNKNOWN(
      "probeHostUnknown", "The service does not answer the host name that the probe asks for."),
  WAF_UNAVAILABLE("wafUnavailable", "The gateway's tier has no firewall to give a policy to."),
  SSL_PROFILE_UNKNOWN("sslProfileUnknown", "The named SSL profile is not on the gateway."),
  DELETE_CAP("deleteCap", "More host names would leave than the delete cap allows."),
  HOST_DUPLICATE("hostDuplicate", "Two bindings or endpoints claim the same host name."),
  STILL_REFERENCED(
      "stillReferenced", "A foreign element refers to an element that would be removed."),
  QUARANTINED(
      "quarantined",
      "The service refused the elements of the host name; it keeps what it has, the rest goes on."),
  FROZEN("frozen", "Nobody may change what the binding publishes for now."),
  ROLLED_BACK(
      "rolledBack",
      "A change of the host name did harm, and is not made again as long as it is the same: it was"
          + " taken back, or the reason says why it could not be."),
  CONTESTED("contested", "Somebody else undoes again and again what is made for the host name."),
  GATEWAY_TIER("gatewayTier", "The gateway is not of the v2 tier.");

  private final String wireName;
  private final String meaning;
  private final boolean passing;

  BlockCode(String wireName, String meaning) {
    this(wireName, meaning, false);
  }

  BlockCode(String wireName, String meaning, boolean passing) {
    this.wireName = wireName;
    this.meaning = meaning;
    this.passing = passing;
  }

  /** The stable name in journals, JSON output and the catalogue. */
  public String wireName() {
    return wireName;
  }

  /** One sentence for the catalogue. */
  public String meaning() {
    return meaning;
  }

  /** Whether it passes by itself, so that it is waited for and not left to a person. */
  public boolean isPassing() {
    return passing;
  }
}
