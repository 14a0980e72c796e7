package dev.lockstep.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.cli.story.Narrator;
import dev.lockstep.cli.world.Ready;

/**
 * What to try in a served world.
 *
 * @param narrator where it is printed
 * @param ready the world
 */
record ServeHints(Narrator narrator, Ready ready) {
  void print() {
    String app = ready.text("functionsEndpoint");
    String key = ready.text("functionKey");
    String target = ready.text("targetId");
    narrator.line("");
    narrator.line(
        "Ready. The keys and secrets below were made up at start. Try, in another terminal:");
    narrator.line("");
    narrator.line("# what Lockstep thinks of its target");
    narrator.line("curl -s -H 'x-functions-key: " + key + "' " + app + "/api/status");
    narrator.line("# the plan now, as text");
    narrator.line(
        "curl -s -X POST -H 'x-functions-key: %s' -H 'Accept: text/plain' '%s/api/resync/%s?plan=true'"
            .formatted(key, app, target));
    narrator.line("# a token of the operator, and the gateway as Resource Manager shows it");
    narrator.line(
        "TOKEN=$(curl -s --cacert %s -d grant_type=client_credentials -d client_id=%s -d client_secret=%s -d resource=%s %s/oauth2/token | sed 's/.*\"access_token\":\"\\([^\"]*\\)\".*/\\1/')"
            .formatted(
                ready.text("caFile"),
                ready.text("clientId"),
                ready.text("clientSecret"),
                ready.text("armEndpoint"),
                ready.text("loginEndpoint")));
    narrator.line(
        "curl -s --cacert %s -H \"Authorization: Bearer $TOKEN\" '%s%s?api-version=2025-01-01'"
            .formatted(ready.text("caFile"), ready.text("armEndpoint"), ready.text("gatewayId")));
    narrator.line(
        "# add a host name to the service as a colleague, then look at the plan's effect");
    narrator.line(
        "curl -s -X POST -H 'Content-Type: application/json' -d '{\"hostName\":\"partner.contoso.com\",\"keyVaultId\":\"https://kv-edge.vault.azure.net/secrets/cert-partner-contoso-com\"}' %s/services/apim-contoso/hostnames"
            .formatted(ready.text("controlEndpoint")));
    throughTheGateway();
    narrator.line("");
    narrator.line("Every ARM request is recorded in " + ready.text("auditFile"));
    narrator.line("Stop with Ctrl-C.");
  }

  /** One line per host name that the gateway serves over TLS, to be asked as a client would. */
  private void throughTheGateway() {
    narrator.line("# through the simulated gateway, over real TLS, once the estate is published");
    narrator.line(
        "curl -s --cacert %s --connect-to api.contoso.com:443:%s https://api.contoso.com/"
            .formatted(ready.text("caFile"), socketOf("appGwPublicFrontendIpIPv4", 443)));
  }

  private String socketOf(String frontend, int port) {
    for (JsonNode address : ready.json().path("frontends")) {
      if (address.path("frontend").asText().equals(frontend)
          && address.path("port").asInt() == port) {
        return address.path("connect").asText();
      }
    }
    return "127.0.0.1:PORT";
  }
}
