package dev.lockstep.simulator.agw;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What the service fills in where a client says nothing, as seen in recorded answers. */
final class Defaults {
  private Defaults() {}

  static void fill(String collection, ObjectNode properties) {
    switch (collection) {
      case "backendHttpSettingsCollection" -> settings(properties);
      case "probes" -> probe(properties);
      case "httpListeners" -> listener(properties);
      case "frontendIPConfigurations" -> frontend(properties);
      case "requestRoutingRules" -> rule(properties);
      case "sslCertificates" -> certificate(properties);
      default -> {
        // The other collections are answered as they were sent.
      }
    }
  }

  private static void settings(ObjectNode properties) {
    if (!properties.has("cookieBasedAffinity")) {
      properties.put("cookieBasedAffinity", "Disabled");
    }
    if (!properties.has("pickHostNameFromBackendAddress")) {
      properties.put("pickHostNameFromBackendAddress", false);
    }
    if (!properties.has("requestTimeout")) {
      // Microsoft Learn, configuration-http-settings: the default is 20 seconds.
      properties.put("requestTimeout", 20);
    }
  }

  private static void probe(ObjectNode properties) {
    if (!properties.has("pickHostNameFromBackendHttpSettings")) {
      properties.put("pickHostNameFromBackendHttpSettings", false);
    }
    if (!properties.has("minServers")) {
      properties.put("minServers", 0);
    }
  }

  private static void listener(ObjectNode properties) {
    if (!properties.has("hostNames")) {
      properties.putArray("hostNames");
    }
    if (!properties.has("requireServerNameIndication")) {
      boolean named = properties.has("hostName") || !properties.path("hostNames").isEmpty();
      boolean https = properties.path("protocol").asText("").equalsIgnoreCase("Https");
      properties.put("requireServerNameIndication", named && https);
    }
  }

  private static void frontend(ObjectNode properties) {
    if (!properties.has("privateIPAllocationMethod")) {
      properties.put("privateIPAllocationMethod", "Dynamic");
    }
  }

  private static void rule(ObjectNode properties) {
    if (!properties.has("ruleType")) {
      properties.put("ruleType", "Basic");
    }
  }

  private static void certificate(ObjectNode properties) {
    if (properties.has("keyVaultSecretId")) {
      properties.remove(List.of("data", "password", "publicCertData"));
    } else if (properties.has("data")) {
      UploadedCertificate.publicPart(
              properties.path("data").asText(""), properties.path("password").asText(""))
          .ifPresent(part -> properties.put("publicCertData", part));
    }
  }
}
