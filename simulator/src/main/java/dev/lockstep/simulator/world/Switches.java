package dev.lockstep.simulator.world;

/**
 * What is not documented of Azure and therefore can be drawn both ways.
 *
 * @param ifMatch whether a gateway PUT honours If-Match
 * @param concurrentPut what a PUT during an update does
 * @param events when the event of a slow change is sent
 * @param trustedRoots whether roots listed in a backend setting replace the well-known ones
 * @param olderVersions what a PUT with an older api-version does to properties it does not know
 * @param vaultCheck when a write that names an unreadable secret is refused
 */
public record Switches(
    IfMatch ifMatch,
    ConcurrentPut concurrentPut,
    EventTiming events,
    TrustedRoots trustedRoots,
    OlderVersions olderVersions,
    VaultCheck vaultCheck) {

  /** Whether a gateway PUT honours If-Match; the OpenAPI file does not name the header. */
  public enum IfMatch {
    IGNORED,
    HONOURED
  }

  /** Both are reported of the real service: Azure/azure-cli issues 21156 and 28615. */
  public enum ConcurrentPut {
    SUPERSEDE,
    REFUSE
  }

  /** When the ResourceWriteSuccess of a slow change is sent; no source says. */
  public enum EventTiming {
    ACCEPTANCE,
    COMPLETION,
    BOTH
  }

  /** Whether listed roots are trusted instead of the well-known ones or beside them. */
  public enum TrustedRoots {
    EXCLUSIVE,
    ADDITIONAL
  }

  /** What becomes of properties that only newer api-versions know; no source says. */
  public enum OlderVersions {
    DROP,
    KEEP
  }

  /** Whether a gateway write that names a secret it cannot read fails later or at once. */
  public enum VaultCheck {
    LATER,
    AT_ONCE
  }

  /**
   * If-Match ignored, a second PUT supersedes, events at completion, listed roots exclusive, older
   * versions drop what they do not know, unreadable secrets fail the operation.
   */
  public static final Switches DEFAULT =
      new Switches(
          IfMatch.IGNORED,
          ConcurrentPut.SUPERSEDE,
          EventTiming.COMPLETION,
          TrustedRoots.EXCLUSIVE,
          OlderVersions.DROP,
          VaultCheck.LATER);

  /** Another treatment of If-Match. */
  public Switches withIfMatch(IfMatch value) {
    return new Switches(value, concurrentPut, events, trustedRoots, olderVersions, vaultCheck);
  }

  /** Another treatment of a PUT during an update. */
  public Switches withConcurrentPut(ConcurrentPut value) {
    return new Switches(ifMatch, value, events, trustedRoots, olderVersions, vaultCheck);
  }

  /** Another time for events. */
  public Switches withEvents(EventTiming value) {
    return new Switches(ifMatch, concurrentPut, value, trustedRoots, olderVersions, vaultCheck);
  }

  /** Another meaning of listed roots. */
  public Switches withTrustedRoots(TrustedRoots value) {
    return new Switches(ifMatch, concurrentPut, events, value, olderVersions, vaultCheck);
  }

  /** Another treatment of properties that an older version does not know. */
  public Switches withOlderVersions(OlderVersions value) {
    return new Switches(ifMatch, concurrentPut, events, trustedRoots, value, vaultCheck);
  }

  /** Another time for the refusal of unreadable secrets. */
  public Switches withVaultCheck(VaultCheck value) {
    return new Switches(ifMatch, concurrentPut, events, trustedRoots, olderVersions, value);
  }
}
