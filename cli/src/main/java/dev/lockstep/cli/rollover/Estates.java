package dev.lockstep.cli.rollover;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.Azure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Lays the services and gateways of sites beside the demo's estate, in its network and zone. */
final class Estates {
  static final String VAULT = "kv-edge";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Azure azure;
  private final String subscription;

  Estates(Azure azure, String subscription) {
    this.azure = azure;
    this.subscription = subscription;
  }

  void lay(Site site) {
    Map<String, String> words =
        Map.of(
            "group", Site.group(subscription).toString(),
            "gateway", site.gateway(subscription).toString(),
            "publicIp", site.publicIp(subscription).toString(),
            "publicAddress", site.publicAddress(),
            "privateAddress", site.privateAddress());
    azure.seed(site.publicIp(subscription), read("address.json", words));
    ObjectNode service = read("service.json", words);
    ArrayNode hosts = (ArrayNode) service.at("/properties/hostnameConfigurations");
    for (String host : site.hosts()) {
      ObjectNode entry = hosts.addObject();
      entry.put("type", site.typeOf(host)).put("hostName", host);
      entry.put("negotiateClientCertificate", false);
      entry.put("defaultSslBinding", host.equals(site.hosts().get(0)));
      if (site.phase() == Phase.MANAGED) {
        entry.put("certificateSource", "Managed");
      } else {
        entry.put("keyVaultId", secret(site.certificate(host)));
      }
    }
    azure.seed(site.service(subscription), service);
    azure.seed(site.gateway(subscription), read("gateway.json", words));
  }

  /** The bindings of the app. */
  static JsonNode bindings(Iterable<Site> sites, JsonNode ready) {
    String subscription = ready.path("subscriptionId").asText();
    ObjectNode all = JSON.createObjectNode();
    ArrayNode bindings = all.putArray("bindings");
    for (Site site : sites) {
      ObjectNode binding = bindings.addObject();
      binding.put("name", site.key());
      binding.put("service", site.service(subscription).toString());
      binding.put("gateway", site.gateway(subscription).toString());
      binding.set("zones", ready.path("zoneIds"));
      ObjectNode endpoints = binding.putObject("endpoints");
      endpoints.putObject("Proxy").put("frontend", "public");
      endpoints.putObject("DeveloperPortal").put("frontend", "public");
      binding.put("mode", "apply");
      switch (site.trial()) {
        case BUNDLE ->
            binding
                .putObject("trustBundle")
                .put("blob", ready.path("blobEndpoint").asText() + Bundles.path(site));
        case CHAIN -> binding.put("readChain", true);
        case PRESENTED -> binding.put("presentedChain", true);
      }
      if (site.phase() == Phase.MANAGED) {
        ObjectNode certificates = binding.putObject("certificates");
        site.hosts().forEach(host -> certificates.put(host, secret(site.certificate(host))));
      }
    }
    return all;
  }

  private static String secret(String certificate) {
    return "https://" + VAULT + ".vault.azure.net/secrets/" + certificate;
  }

  private static ObjectNode read(String file, Map<String, String> words) {
    try (InputStream in = Estates.class.getResourceAsStream(file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (Map.Entry<String, String> word : words.entrySet()) {
        text = text.replace("${" + word.getKey() + "}", word.getValue());
      }
      return (ObjectNode) JSON.readTree(text);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot read " + file, failed);
    }
  }
}
