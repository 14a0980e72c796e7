package dev.lockstep.simulator.http;

import dev.lockstep.simulator.arm.ArmFault;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.keyvault.api.VaultApi;
import dev.lockstep.simulator.keyvault.api.VaultRequest;
import dev.lockstep.simulator.token.Principal;
import dev.lockstep.simulator.token.Principals;
import dev.lockstep.simulator.token.VaultGate;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Serves all vaults on one socket. The vault is named by the host, {@code kv-edge.vault.azure.net},
 * or, at an address or localhost, by the first part of the path.
 */
final class VaultHandler implements HttpHandler {
  private static final String PUBLIC_SUFFIX = "vault.azure.net";

  private final VaultApi vaults;
  private final VaultGate gate;
  private final String authority;

  VaultHandler(VaultApi vaults, VaultGate gate, String login) {
    this.vaults = vaults;
    this.gate = gate;
    this.authority = login + "/" + Principals.TENANT;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws IOException {
    Address address = Address.of(exchange);
    ArmResponse response;
    try {
      Principal principal =
          gate.principal(
              Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")),
              "https://" + address.suffix(),
              authority);
      response =
          vaults.handle(
              new VaultRequest(
                  exchange.getRequestMethod().toString(),
                  address.vault(),
                  "https://" + address.vault() + "." + address.suffix(),
                  address.base(),
                  address.segments(),
                  Exchanges.query(exchange),
                  Exchanges.body(exchange),
                  principal));
    } catch (ArmFault refused) {
      response = refused.response();
    }
    Exchanges.send(
        exchange,
        response
            .with("x-ms-keyvault-region", "westeurope")
            .with("x-ms-keyvault-service-version", "1.9.0.0")
            .with("Cache-Control", "no-cache"));
  }

  private record Address(String vault, String suffix, String base, List<String> segments) {
    static Address of(HttpServerExchange exchange) {
      String host = exchange.getHostName().toLowerCase(Locale.ROOT);
      String base = "https://" + exchange.getHostAndPort();
      List<String> parts = new ArrayList<>(Arrays.asList(exchange.getRequestPath().split("/", -1)));
      parts.removeIf(String::isEmpty);
      int dot = host.indexOf('.');
      if (dot > 0 && !host.matches("[0-9.]+")) {
        return new Address(host.substring(0, dot), host.substring(dot + 1), base, parts);
      }
      String vault = parts.isEmpty() ? "" : parts.remove(0).toLowerCase(Locale.ROOT);
      return new Address(vault, PUBLIC_SUFFIX, base + "/" + vault, parts);
    }
  }
}
