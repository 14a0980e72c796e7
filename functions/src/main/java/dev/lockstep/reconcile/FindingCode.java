package dev.lockstep.reconcile;

/** What a run may find apart from its plan; the names are stable. */
public enum FindingCode {
  OVERTAKEN(
      "overtaken",
      "A write of the gateway by somebody else came between our last read and our own write, and the"
          + " gateway does not honour If-Match: what they wrote was overwritten."),
  QUARANTINED(
      "quarantined",
      "The service refused the elements of a host name. It keeps what it has; the rest goes on without"
          + " it."),
  LOCKED(
      "locked",
      "A lock keeps Lockstep from writing. Nothing was changed; it is not tried again and again."),
  POLICY_DENIED(
      "policyDenied", "An Azure Policy forbids what Lockstep would write. Nothing was changed."),
  READ_ONLY(
      "readOnly",
      "The subscription or the resource group takes no writes at all: it is disabled, not registered,"
          + " or being deleted."),
  CONFLICT(
      "conflict",
      "A write meets the same conflict in one run after another; it is tried seldom until somebody"
          + " finds the cause."),
  CEILING(
      "ceiling",
      "So many changes of the gateway were sent within an hour that the next one waits."),
  STUCK(
      "stuck",
      "A change of the gateway has been under way for more than half an hour; it is told of again"
          + " each hour."),
  REVERSAL_FROZEN(
      "reversalFrozen",
      "A change did harm, or left the gateway Failed, and a freeze keeps it from being taken back."),
  NOT_TAKEN_BACK(
      "notTakenBack",
      "A change did harm, or left the gateway Failed, and could not be taken back: it stands."),
  RENEWAL_STALLED(
      "renewalStalled",
      "A certificate was renewed in the vault a day ago, and the gateway or the service presents"
          + " another one still."),
  RENEWAL_UNVERIFIABLE(
      "renewalUnverifiable",
      "A certificate was renewed in the vault, and nobody answers who could show that it is"
          + " presented."),
  CERTIFICATE_EXPIRING(
      "certificateExpiring",
      "A certificate ends soon: in the vault, or where it is presented though the vault has a newer"
          + " one."),
  CERTIFICATE_EXPIRED(
      "certificateExpired", "A certificate that is presented, or will be, is over.");

  private final String wireName;
  private final String meaning;

  FindingCode(String wireName, String meaning) {
    this.wireName = wireName;
    this.meaning = meaning;
  }

  /** The name in journals, logs and the status. */
  public String wireName() {
    return wireName;
  }

  /** What it means, in a sentence. */
  public String meaning() {
    return meaning;
  }
}
