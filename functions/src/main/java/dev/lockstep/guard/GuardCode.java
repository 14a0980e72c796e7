package dev.lockstep.guard;

/** The rules that can refuse a plan. The finding catalogue is generated from this list. */
public enum GuardCode {
  GATEWAY_UNSETTLED(
      "gatewayUnsettled", true, "The gateway is being changed; a write now would be overtaken."),
  GATEWAY_STOPPED("gatewayStopped", false, "The gateway is stopped; a write would start it."),
  API_VERSION_TOO_OLD(
      "apiVersionTooOld",
      false,
      "The gateway has properties that our api-version does not know; a write would remove them."),
  MANAGED_BY_AGIC(
      "managedByAgic",
      false,
      "An ingress controller manages the gateway whole and would remove what is not its own."),
  MANAGED_WHOLE(
      "managedWhole",
      false,
      "Terraform or a template manages the gateway whole, by its tags, and nothing of ours is on it yet."),
  DELETE_CAP("deleteCap", false, "More host names would leave than the delete cap allows."),
  SOURCE_EMPTY(
      "sourceEmpty",
      false,
      "Host names would leave for a service that was not read or lists none."),
  DANGLING_REFERENCE(
      "danglingReference", false, "The document would refer to an element that is not in it."),
  FOREIGN_CHANGED("foreignChanged", false, "The document would change what is not ours."),
  ROUTE_MOVED(
      "routeMoved", false, "Requests would be answered by another rule or certificate than now."),
  LIMIT_EXCEEDED("limitExceeded", false, "The document would exceed a limit of the gateway's SKU.");

  private final String wireName;
  private final boolean passing;
  private final String meaning;

  GuardCode(String wireName, boolean passing, String meaning) {
    this.wireName = wireName;
    this.passing = passing;
    this.meaning = meaning;
  }

  /** The stable name in journals, JSON output and the catalogue. */
  public String wireName() {
    return wireName;
  }

  /** Whether it goes away by waiting. */
  public boolean isPassing() {
    return passing;
  }

  /** One sentence for the catalogue. */
  public String meaning() {
    return meaning;
  }
}
