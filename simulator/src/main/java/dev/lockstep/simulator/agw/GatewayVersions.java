package dev.lockstep.simulator.agw;

import dev.lockstep.simulator.arm.NewerProperties;
import dev.lockstep.simulator.arm.NewerProperties.Entry;
import java.util.List;

/** What newer api-versions know of gateways (property lists of 2025-01-01 and 2025-05-01). */
final class GatewayVersions {
  private static final String SETTINGS = "properties/backendHttpSettingsCollection/*/properties/";

  static final NewerProperties NEWER =
      new NewerProperties(
          List.of(
              Entry.of("2025-01-01", SETTINGS + "validateCertChainAndExpiry"),
              Entry.of("2025-01-01", SETTINGS + "validateSNI"),
              Entry.of("2025-01-01", SETTINGS + "sniName"),
              Entry.of("2025-01-01", SETTINGS + "dedicatedBackendConnection"),
              Entry.of(
                  "2025-01-01", "properties/probes/*/properties/enableProbeProxyProtocolHeader"),
              Entry.of("2025-05-01", "properties/entraJWTValidationConfigs")));

  private GatewayVersions() {}
}
