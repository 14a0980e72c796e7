package dev.lockstep.plan;

/** What is to be said of an endpoint as the service has it, though nothing is in the way. */
final class EndpointNotes {
  private EndpointNotes() {}

  /**
   * Whether the endpoint is switched off, which is then warned of. It answers no probe, so nothing
   * is made for it; what stands there stays, because the service still lists the host name.
   */
  static boolean isDisabled(Claim claim, Findings findings) {
    boolean disabled = claim.service().disabledTypes().contains(claim.endpoint().type());
    if (disabled) {
      findings.warn(
          WarningCode.ENDPOINT_DISABLED,
          claim.binding().name(),
          claim.endpoint().type().wireName()
              + " is switched off in "
              + claim.service().id().name()
              + ", so nothing is made for "
              + claim.host().shown()
              + "; switch it on, or take the host name out of the service");
    }
    return disabled;
  }

  /** Warns of what the service wants and a gateway cannot give. */
  static void warn(Claim claim, Findings findings) {
    if (claim.endpoint().negotiateClientCertificate()) {
      findings.warn(
          WarningCode.CLIENT_CERTIFICATE_LOST,
          claim.binding().name(),
          claim.service().id().name()
              + " asks clients of "
              + claim.host().shown()
              + " for a certificate, which the gateway cannot pass on; let the gateway check it"
              + " with an SSL profile, and switch negotiateClientCertificate off");
    }
  }
}
