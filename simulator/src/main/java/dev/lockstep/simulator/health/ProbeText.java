package dev.lockstep.simulator.health;

/**
 * Texts of healthProbeLog, word for word as published (Microsoft Learn,
 * application-gateway-backend-health-troubleshooting). The text of a healthy server is not
 * documented; it is the one the portal shows.
 */
public final class ProbeText {
  public static final String TIMEOUT =
      "Time taken by the backend to respond to application gateway's health probe is more than the timeout threshold in the probe setting.";

  public static final String DNS =
      "Application Gateway could not create a probe for this backend. This usually happens when the FQDN of the backend has not been entered correctly.";

  public static final String TCP =
      "Application Gateway could not connect to the backend. Check that the backend responds on the port used for the probe. Also check whether any NSG/UDR/Firewall is blocking access to the Ip and port of this backend.";

  public static final String NAME =
      "The Common Name of the leaf certificate presented by the backend server does not match the Probe or Backend Setting hostname of the application gateway.";

  public static final String EXPIRED =
      "Backend certificate is invalid. Current date is not within the \"Valid from\" and \"Valid to\" date range on the certificate.";

  public static final String INTERMEDIATE_MISSING =
      "The Intermediate certificate is missing from the certificate chain presented by the backend server. Ensure the certificate chain is complete and correctly ordered on the backend server.";

  public static final String LEAF_MISSING =
      "The Leaf certificate is missing from the certificate chain presented by the backend server. Ensure the chain is complete and correctly ordered on the backend server.";

  public static final String LEAF_NOT_FIRST =
      "The Leaf certificate is not the topmost certificate in the chain presented by the backend server. Ensure the certificate chain is correctly ordered on the backend server.";

  public static final String UNKNOWN_CA =
      "The backend Server certificate is not signed by a well-known Certificate Authority (CA). To use unknown CA certificates, its Root certificate must be uploaded to the Backend Setting of the application gateway.";

  public static final String UNKNOWN_CA_OF_INTERMEDIATE =
      "The Intermediate certificate is not signed by a well-known Certificate Authority (CA). Ensure the certificate chain is complete and correctly ordered on the backend server.";

  public static final String NO_ROOT_OF_INTERMEDIATE =
      "The Intermediate certificate not signed by any Root certificates uploaded to the application gateway. Ensure the certificate chain is complete and correctly ordered on the backend server.";

  public static final String ROOT_MISMATCH =
      "The root certificate of the server certificate used by the backend doesn't match the trusted root certificate added to the application gateway. Ensure that you add the correct root certificate to allowlist the backend.";

  public static final String UNKNOWN =
      "The backend health status could not be retrieved. This happens when an NSG/UDR/Firewall on the application gateway subnet is blocking traffic on ports 65503-65534 in case of v1 SKU, and ports 65200-65535 in case of the v2 SKU or if the FQDN configured in the backend pool could not be resolved to an IP address. To learn more visit - https://aka.ms/UnknownBackendHealth.";

  private ProbeText() {}

  /** The text of a server that answers. */
  public static String healthy(int status) {
    return "Success. Received %d status code".formatted(status);
  }

  /** The text for a status that the probe does not accept. */
  public static String status(String expected, int received) {
    return "Status code of the backend's HTTP response did not match the probe setting. Expected:%s Received:%d."
        .formatted(expected, received);
  }

  /** The text for a body without what the probe looks for. */
  public static String body(String wanted) {
    return "Body of the backend's HTTP response did not match the probe setting. Received response body doesn't contain %s."
        .formatted(wanted);
  }

  /** The text for a certificate that cannot be verified for another reason. */
  public static String other(int openSslCode) {
    return "The validity of the backend certificate could not be verified. To find out the reason, check OpenSSL diagnostics for the message associated with error code %d"
        .formatted(openSslCode);
  }
}
