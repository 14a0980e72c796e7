package dev.lockstep.trust;

/** What can be wrong with certificates. */
public enum TrustCode {
  ISSUER_UNKNOWN(
      "issuerUnknown",
      "A chain stops, because the certificate of an issuer is not known.",
      "Put the missing certificate into the trust bundle, or import the PFX with its whole chain and allow readChain."),
  ISSUER_NOT_SENT(
      "issuerNotSent",
      "The server does not send an intermediate, and a gateway fetches none.",
      "Import the PFX with its whole chain, so that the service sends it."),
  CHAIN_TOO_COMPLEX(
      "chainTooComplex",
      "There are more or longer ways to a root than are followed.",
      "Send and keep only the certificates that the chain needs."),
  CERTIFICATE_EXPIRED(
      "certificateExpired",
      "A server certificate is over.",
      "Renew it in the vault or at its authority."),
  CERTIFICATE_NOT_YET_VALID(
      "certificateNotYetValid",
      "A certificate has not begun to count.",
      "Wait, or issue it with an earlier begin."),
  AUTHORITY_EXPIRED(
      "authorityExpired",
      "An intermediate certificate is over.",
      "Get the renewed one from the authority, into the trust bundle and the chain of the PFX."),
  ROOT_EXPIRED(
      "rootExpired",
      "A root certificate is over.",
      "Get the authority's present root, and have the certificate issued below it."),
  NAME_MISMATCH(
      "nameMismatch",
      "A certificate is not for the host name.",
      "Issue it with the host name as subject alternative name."),
  COMMON_NAME_ONLY(
      "commonNameOnly",
      "A certificate names its host in the CN alone, which clients ignore.",
      "Issue it with the host name as subject alternative name."),
  NAME_FORBIDDEN(
      "nameForbidden",
      "An authority may not issue for these names.",
      "Have the certificate issued by an authority that may."),
  USAGE_WRONG(
      "usageWrong",
      "A certificate may not be used for a TLS server.",
      "Issue it with extended key usage serverAuth and key usage digitalSignature, below an authority for servers."),
  NOT_AN_AUTHORITY(
      "notAnAuthority",
      "A certificate issued others, but is no authority.",
      "Have the certificate issued by an authority (CA:TRUE, keyCertSign)."),
  SELF_SIGNED_LEAF(
      "selfSignedLeaf",
      "A self-signed server certificate is no authority, so it cannot be a root.",
      "Have it issued by an authority; lockstep certs makes one for rehearsals."),
  PATH_TOO_LONG(
      "pathTooLong",
      "More authorities stand below one than it allows.",
      "Have the certificate issued higher up, or the authority without that limit."),
  SIGNATURE_OUTDATED(
      "signatureOutdated",
      "A certificate is signed with SHA-1 or MD5.",
      "Have it issued again with SHA-256 or better."),
  KEY_WEAK("keyWeak", "A key is too short.", "Make a new key: RSA of 2048 bits or P-256 at least."),
  EXTENSION_UNKNOWN(
      "extensionUnknown",
      "A certificate demands that an extension be heeded that is not known.",
      "Have it issued without that extension, or with it not critical."),
  CHAIN_UNREAD(
      "chainUnread",
      "What is presented, or what comes next, could not be read.",
      "Do what the finding says of the read that failed; it is tried again."),
  MANAGED_NOT_PINNED(
      "managedNotPinned",
      "Certificates that Azure manages may change their root at any time.",
      "Set backendTrust to auto, and keep host names with private certificates behind settings of their own."),
  PUBLIC_CONTRADICTED(
      "publicContradicted",
      "backendTrust is public, but a chain leads to a private root.",
      "Set backendTrust to auto, or use certificates of a public authority."),
  NOTHING_TO_LIST(
      "nothingToList",
      "No chain leads to any root.",
      "Let the service present a certificate, or name its roots in trustedRoots."),
  CERTIFICATE_DISABLED(
      "certificateDisabled",
      "The certificate is disabled in the vault.",
      "Enable it: az keyvault certificate set-attributes --enabled true."),
  CERTIFICATE_PINNED(
      "certificatePinned",
      "A secret id names a version and never rotates.",
      "Refer to the secret without a version."),
  CONTENT_TYPE_WRONG(
      "contentTypeWrong",
      "The secret is of a form that a gateway does not read.",
      "Import it as a certificate, as PFX or PEM."),
  KEY_NOT_EXPORTABLE(
      "keyNotExportable",
      "The private key cannot leave its vault, so no gateway can use it.",
      "Issue it with an exportable software key, RSA or EC."),
  KEY_KIND_UNSUPPORTED(
      "keyKindUnsupported",
      "Keys of this kind are not known to work in a listener.",
      "Issue it with an RSA or EC key.");

  private final String wireName;
  private final String meaning;
  private final String remedy;

  TrustCode(String wireName, String meaning, String remedy) {
    this.wireName = wireName;
    this.meaning = meaning;
    this.remedy = remedy;
  }

  /** The stable name in journals, JSON output and the catalogue. */
  public String wireName() {
    return wireName;
  }

  /** One sentence for the catalogue. */
  public String meaning() {
    return meaning;
  }

  /** What a person can do in general; a finding says it for its own certificate. */
  public String remedy() {
    return remedy;
  }
}
