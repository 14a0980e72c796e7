package dev.lockstep.trust;

/** What can be wrong with certificates. */
public enum TrustCode {
  ISSUER_UNKNOWN(
      "issuerUnknown", "A chain stops, because the certificate of an issuer is not known."),
  ISSUER_NOT_SENT(
      "issuerNotSent", "The server does not send an intermediate, and a gateway fetches none."),
  CHAIN_TOO_COMPLEX(
      "chainTooComplex", "There are more or longer ways to a root than are followed."),
  CERTIFICATE_EXPIRED("certificateExpired", "A server certificate is over."),
  CERTIFICATE_NOT_YET_VALID("certificateNotYetValid", "A certificate has not begun to count."),
  AUTHORITY_EXPIRED("authorityExpired", "An intermediate certificate is over."),
  ROOT_EXPIRED("rootExpired", "A root certificate is over."),
  NAME_MISMATCH("nameMismatch", "A certificate is not for the host name."),
  COMMON_NAME_ONLY(
      "commonNameOnly", "A certificate names its host in the CN alone, which clients ignore."),
  NAME_FORBIDDEN("nameForbidden", "An authority may not issue for these names."),
  USAGE_WRONG("usageWrong", "A certificate may not be used for a TLS server."),
  NOT_AN_AUTHORITY("notAnAuthority", "A certificate issued others, but is no authority."),
  SELF_SIGNED_LEAF(
      "selfSignedLeaf",
      "A self-signed server certificate is no authority, so it cannot be a root."),
  PATH_TOO_LONG("pathTooLong", "More authorities stand below one than it allows."),
  SIGNATURE_OUTDATED("signatureOutdated", "A certificate is signed with SHA-1 or MD5."),
  KEY_WEAK("keyWeak", "A key is too short."),
  EXTENSION_UNKNOWN(
      "extensionUnknown", "A certificate demands that an extension be heeded that is not known."),
  CHAIN_UNREAD("chainUnread", "What is presented, or what comes next, could not be read."),
  MANAGED_NOT_PINNED(
      "managedNotPinned", "Certificates that Azure manages may change their root at any time."),
  PUBLIC_CONTRADICTED(
      "publicContradicted", "backendTrust is public, but a chain leads to a private root."),
  NOTHING_TO_LIST("nothingToList", "No chain leads to any root."),
  CERTIFICATE_DISABLED("certificateDisabled", "The certificate is disabled in the vault."),
  CERTIFICATE_PINNED("certificatePinned", "A secret id names a version and never rotates."),
  CONTENT_TYPE_WRONG("contentTypeWrong", "The secret is of a form that a gateway does not read."),
  KEY_NOT_EXPORTABLE(
      "keyNotExportable", "The private key cannot leave its vault, so no gateway can use it."),
  KEY_KIND_UNSUPPORTED(
      "keyKindUnsupported", "Keys of this kind are not known to work in a listener.");

  private final String wireName;
  private final String meaning;

  TrustCode(String wireName, String meaning) {
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
