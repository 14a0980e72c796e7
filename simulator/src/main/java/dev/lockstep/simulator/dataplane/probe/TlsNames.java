package dev.lockstep.simulator.dataplane.probe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.simulator.health.Target;
import dev.lockstep.simulator.json.Json;
import java.util.Optional;

/**
 * Names of a handshake with a backend.
 *
 * @param sent SNI; empty for an address, for which none is sent (Microsoft Learn, ssl-overview)
 * @param checked name that the certificate must be for; empty when none is looked at
 */
public record TlsNames(Optional<String> sent, Optional<String> checked) {

  /**
   * The names for one setting. {@code validateSNI} false turns the check off; {@code sniName}
   * counts only together with {@code validateSNI} true (terraform-provider-azurerm).
   *
   * @param host the host that is asked for
   */
  public static TlsNames of(Target target, String host) {
    JsonNode properties = target.settings().path("properties");
    boolean on = properties.path("validateSNI").asBoolean(false);
    Optional<String> own = Json.text(properties, "sniName").filter(name -> on && !name.isEmpty());
    Optional<String> name = own.or(() -> Optional.of(host)).filter(one -> !isAddress(one));
    boolean off = properties.has("validateSNI") && !on;
    return new TlsNames(name, off ? Optional.empty() : name);
  }

  private static boolean isAddress(String host) {
    return host.matches("[0-9.]+") || host.contains(":");
  }
}
