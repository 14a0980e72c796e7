package dev.lockstep.cli.kills;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.cli.client.ArmClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What of a site is not yet as its service says, seen from outside: each host name of the service
 * has a listener, a rule, a pool with that name, and an A record set with the service's address;
 * host names that were taken away have none of it.
 */
final class Published {
  private static final String DOMAIN = ".contoso.com";

  private final ArmClient arm;

  Published(ArmClient arm) {
    this.arm = arm;
  }

  /**
   * The differences, empty when the site is as it is wanted.
   *
   * @param retired host names that the service has had
   */
  List<String> lacks(Site site, Set<String> retired) {
    List<String> lacks = new ArrayList<>();
    JsonNode service = arm.get(site.service(), ArmClient.APIM).path("properties");
    JsonNode gateway = arm.get(site.gateway(), ArmClient.NETWORK).path("properties");
    for (JsonNode document : List.of(service, gateway)) {
      if (!document.path("provisioningState").asText().equals("Succeeded")) {
        lacks.add("something is still being written");
      }
    }
    String address = service.path("privateIPAddresses").path(0).asText();
    Set<String> wanted = hosts(service);
    for (String host : wanted) {
      if (!isServed(gateway, host)) {
        lacks.add(host + " is not served");
      }
      if (!addresses(site, host).equals(List.of(address))) {
        lacks.add(host + " leads to " + addresses(site, host) + " and not to " + address);
      }
    }
    for (String host : retired) {
      if (!wanted.contains(host)
          && (listener(gateway, host).isPresent() || !addresses(site, host).isEmpty())) {
        lacks.add(host + " is still there");
      }
    }
    return lacks.stream().map(lack -> site.gatewayName() + ": " + lack).toList();
  }

  /** The custom host names that a service lists. */
  private static Set<String> hosts(JsonNode service) {
    Set<String> hosts = new TreeSet<>();
    for (JsonNode entry : service.path("hostnameConfigurations")) {
      String host = entry.path("hostName").asText().toLowerCase(Locale.ROOT);
      if (host.endsWith(DOMAIN)) {
        hosts.add(host);
      }
    }
    return hosts;
  }

  private static Optional<JsonNode> listener(JsonNode gateway, String host) {
    for (JsonNode listener : gateway.path("httpListeners")) {
      if (listener.at("/properties/hostName").asText().equalsIgnoreCase(host)) {
        return Optional.of(listener);
      }
    }
    return Optional.empty();
  }

  private static boolean isServed(JsonNode gateway, String host) {
    return listener(gateway, host)
        .flatMap(listener -> byId(gateway, "requestRoutingRules", "httpListener", id(listener)))
        .flatMap(rule -> pool(gateway, rule.at("/properties/backendAddressPool/id").asText()))
        .filter(
            pool -> pool.at("/properties/backendAddresses/0/fqdn").asText().equalsIgnoreCase(host))
        .isPresent();
  }

  private static Optional<JsonNode> pool(JsonNode gateway, String id) {
    for (JsonNode pool : gateway.path("backendAddressPools")) {
      if (id(pool).equalsIgnoreCase(id)) {
        return Optional.of(pool);
      }
    }
    return Optional.empty();
  }

  private static Optional<JsonNode> byId(
      JsonNode gateway, String collection, String reference, String id) {
    for (JsonNode element : gateway.path(collection)) {
      if (element.at("/properties/" + reference + "/id").asText().equalsIgnoreCase(id)) {
        return Optional.of(element);
      }
    }
    return Optional.empty();
  }

  private static String id(JsonNode element) {
    return element.path("id").asText();
  }

  private List<String> addresses(Site site, String host) {
    String label = host.substring(0, host.length() - DOMAIN.length());
    List<String> addresses = new ArrayList<>();
    arm.tryGet(site.zone() + "/A/" + label, ArmClient.PRIVATE_DNS)
        .json()
        .at("/properties/aRecords")
        .forEach(record -> addresses.add(record.path("ipv4Address").asText()));
    return addresses;
  }
}
