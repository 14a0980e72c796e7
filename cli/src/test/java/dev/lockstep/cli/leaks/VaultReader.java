package dev.lockstep.cli.leaks;

import dev.lockstep.simulator.Simulator;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.keyvault.api.VaultRequest;
import dev.lockstep.simulator.token.Principals;
import java.util.List;
import java.util.Map;

/** Reads simulated vaults without a socket, as the app's identity. */
record VaultReader(Simulator simulator) {
  /** The value of the newest version of a secret. */
  String secret(String vault, String name) {
    VaultRequest request =
        new VaultRequest(
            "GET",
            vault,
            "https://" + vault + ".vault.azure.net",
            "https://" + vault + ".vault.azure.net",
            List.of("secrets", name),
            Map.of("api-version", "7.5"),
            "",
            Principals.LOCKSTEP);
    return simulator
        .azure()
        .vaultApi()
        .handle(request)
        .body()
        .flatMap(body -> Json.text(body, "value"))
        .orElseThrow();
  }
}
