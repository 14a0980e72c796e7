package dev.lockstep.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.model.ResourceId;

/**
 * Reads the answer of {@code GET Microsoft.Network/publicIPAddresses} (azure-rest-api-specs,
 * publicIpAddress.json).
 */
public final class PublicAddressReader {
  /** Resource type of public IP addresses. */
  public static final String TYPE = "Microsoft.Network/publicIPAddresses";

  private PublicAddressReader() {}

  /**
   * The IPv4 address.
   *
   * @throws MalformedBody when the body is not that of a public IP with an IPv4 address
   */
  public static String read(JsonNode body) {
    ResourceId id = Body.id(body);
    if (!id.isOfType(TYPE)) {
      throw new MalformedBody(id + " is not a " + TYPE);
    }
    JsonNode properties = body.path("properties");
    String version = Body.text(properties, "publicIPAddressVersion").orElse("IPv4");
    if (!version.equalsIgnoreCase("IPv4")) {
      throw new MalformedBody("it is an " + version + " address; an A record needs IPv4");
    }
    return Body.text(properties, "ipAddress")
        .orElseThrow(() -> new MalformedBody("no address has been allocated to it"));
  }
}
