package dev.lockstep.simulator.health;

/**
 * Texts of healthProbeLog, word for word as published (Microsoft Learn,
 * application-gateway-backend- health-troubleshooting). The text of a healthy server is not
 * documented; it is the one the portal shows.
 */
final class ProbeText {
  static final String HEALTHY = "Success. Received 200 status code";

  static final String TIMEOUT =
      "Time taken by the backend to respond to application gateway's health probe is more than the timeout threshold in the probe setting.";

  static final String DNS =
      "Application Gateway could not create a probe for this backend. This usually happens when the FQDN of the backend has not been entered correctly.";

  static final String TCP =
      "Application Gateway could not connect to the backend. Check that the backend responds on the port used for the probe. Also check whether any NSG/UDR/Firewall is blocking access to the Ip and port of this backend.";

  static final String UNKNOWN_CA =
      "The backend Server certificate is not signed by a well-known Certificate Authority (CA). To use unknown CA certificates, its Root certificate must be uploaded to the Backend Setting of the application gateway.";

  static final String ROOT_MISMATCH =
      "The root certificate of the server certificate used by the backend doesn't match the trusted root certificate added to the application gateway. Ensure that you add the correct root certificate to allowlist the backend.";

  static final String UNKNOWN =
      "The backend health status could not be retrieved. This happens when an NSG/UDR/Firewall on the application gateway subnet is blocking traffic on ports 65503-65534 in case of v1 SKU, and ports 65200-65535 in case of the v2 SKU or if the FQDN configured in the backend pool could not be resolved to an IP address. To learn more visit - https://aka.ms/UnknownBackendHealth.";

  private ProbeText() {}

  static String status(String expected, int received) {
    return "Status code of the backend's HTTP response did not match the probe setting. Expected:%s Received:%d."
        .formatted(expected, received);
  }
}
