package dev.lockstep.model;

/** A root certificate that the gateway must trust to reach the service. */
public sealed interface TrustedRoot {
  /**
   * A root that already stands in the gateway's {@code trustedRootCertificates}, made by somebody
   * else.
   *
   * @param name its name in the gateway document
   */
  record Existing(String name) implements TrustedRoot {}

  /**
   * A root to be uploaded.
   *
   * @param der the certificate's DER bytes in base64, without line breaks
   */
  record Uploaded(String der) implements TrustedRoot {}
}
