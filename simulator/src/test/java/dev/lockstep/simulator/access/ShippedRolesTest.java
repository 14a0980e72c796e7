package dev.lockstep.simulator.access;

import static dev.lockstep.simulator.TestAzure.GATEWAY;
import static dev.lockstep.simulator.TestAzure.GROUP;
import static dev.lockstep.simulator.TestAzure.NETWORK;
import static dev.lockstep.simulator.TestAzure.SERVICE;
import static dev.lockstep.simulator.TestAzure.SUBSCRIPTION;
import static dev.lockstep.simulator.TestAzure.ZONE;
import static dev.lockstep.simulator.TestAzure.body;
import static dev.lockstep.simulator.TestAzure.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.TestAzure;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.token.Principals;
import dev.lockstep.simulator.world.ResourceId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every action of the shipped roles is needed: without it a call that works is a 403. */
class ShippedRolesTest {
  private static final String NET = "Microsoft.Network/";
  private static final String PROVIDERS = GROUP + "/providers/";
  private static final String PUBLIC_ZONE = PROVIDERS + NET + "dnsZones/contoso.example";
  private static final String LOCATION =
      SUBSCRIPTION + "/providers/Microsoft.Network/locations/westeurope/";
  private static final AppRoles SHIPPED = AppRoles.in(Path.of("..", "infra"));
  private static final TestAzure AZURE = new TestAzure();

  /** Actions with the call that needs each: a record of method and path. */
  private static final Map<String, String> CALLS = new TreeMap<>();

  static {
    CALLS.put("Microsoft.ApiManagement/service/read", "GET " + SERVICE);
    CALLS.put(
        "Microsoft.ApiManagement/service/networkstatus/read", "GET " + SERVICE + "/networkstatus");
    CALLS.put(
        "Microsoft.Resources/subscriptions/providers/read",
        "GET " + SUBSCRIPTION + "/providers/Microsoft.Network");
    CALLS.put(NET + "applicationGateways/read", "GET " + GATEWAY);
    CALLS.put(NET + "applicationGateways/write", "PUT " + GATEWAY);
    CALLS.put(
        NET + "applicationGateways/backendhealth/action", "POST " + GATEWAY + "/backendhealth");
    CALLS.put(
        NET + "applicationGateways/getBackendHealthOnDemand/action",
        "POST " + GATEWAY + "/getBackendHealthOnDemand");
    CALLS.put(NET + "virtualNetworks/read", "GET " + NETWORK);
    CALLS.put(NET + "virtualNetworks/subnets/read", "GET " + NETWORK + "/subnets/snet-agw");
    CALLS.put(NET + "virtualNetworks/subnets/join/action", "PUT " + GATEWAY);
    CALLS.put(
        NET + "publicIPAddresses/read", "GET " + PROVIDERS + NET + "publicIPAddresses/pip-agw");
    CALLS.put(NET + "publicIPAddresses/join/action", "PUT " + GATEWAY);
    CALLS.put(
        NET + "networkSecurityGroups/read", "GET " + PROVIDERS + NET + "networkSecurityGroups");
    CALLS.put(NET + "routeTables/read", "GET " + PROVIDERS + NET + "routeTables");
    CALLS.put(
        NET + "applicationGatewayWebApplicationFirewallPolicies/read",
        "GET " + PROVIDERS + NET + "applicationGatewayWebApplicationFirewallPolicies");
    CALLS.put(
        NET + "applicationGatewayWebApplicationFirewallPolicies/join/action", "PUT " + GATEWAY);
    CALLS.put(
        "Microsoft.ManagedIdentity/userAssignedIdentities/read",
        "GET " + PROVIDERS + "Microsoft.ManagedIdentity/userAssignedIdentities/id-agw");
    CALLS.put("Microsoft.ManagedIdentity/userAssignedIdentities/assign/action", "PUT " + GATEWAY);
    CALLS.put(NET + "privateDnsZones/read", "GET " + ZONE);
    CALLS.put(
        NET + "privateDnsZones/virtualNetworkLinks/read", "GET " + ZONE + "/virtualNetworkLinks");
    CALLS.put(NET + "privateDnsZones/ALL/read", "GET " + ZONE + "/ALL");
    CALLS.put(NET + "privateDnsZones/CNAME/read", "GET " + ZONE + "/CNAME/wiki");
    CALLS.put(NET + "privateDnsZones/A/read", "GET " + ZONE + "/A/intranet");
    CALLS.put(NET + "privateDnsZones/A/write", "PUT " + ZONE + "/A/new");
    CALLS.put(NET + "privateDnsZones/A/delete", "DELETE " + ZONE + "/A/new");
    CALLS.put(NET + "dnsZones/read", "GET " + PUBLIC_ZONE);
    CALLS.put(NET + "dnsZones/all/read", "GET " + PUBLIC_ZONE + "/all");
    CALLS.put(NET + "dnsZones/CNAME/read", "GET " + PUBLIC_ZONE + "/CNAME");
    CALLS.put(NET + "dnsZones/A/read", "GET " + PUBLIC_ZONE + "/A");
    CALLS.put(NET + "dnsZones/A/write", "PUT " + PUBLIC_ZONE + "/A/new");
    CALLS.put(NET + "dnsZones/A/delete", "DELETE " + PUBLIC_ZONE + "/A/new");
    CALLS.put(NET + "locations/operations/read", "GET " + LOCATION + "operations/none");
    CALLS.put(NET + "locations/operationResults/read", "GET " + LOCATION + "operationResults/none");
  }

  @BeforeAll
  static void aPublicZone() {
    ArmResponse made =
        AZURE
            .as(Principals.OPERATOR)
            .put(PUBLIC_ZONE, json("{'location': 'global', 'properties': {}}"));
    assertThat(made.status()).isLessThan(300);
    AZURE.finish();
    AZURE.as(Principals.LOCKSTEP);
  }

  static Stream<String> actions() {
    TreeSet<String> actions = new TreeSet<>();
    for (RoleDefinition role : List.of(SHIPPED.estate(), SHIPPED.subscription())) {
      role.actions().forEach(action -> actions.add(action.text()));
    }
    return actions.stream();
  }

  @ParameterizedTest
  @MethodSource("actions")
  void withoutTheActionItsCallIsForbidden(String action) {
    if (action.equals("Microsoft.Insights/metrics/read")) {
      assertNeeded(action, access -> access.allows(Principals.LOCKSTEP, action, gateway()));
      return;
    }
    assertThat(CALLS).as("the table names a call for every action").containsKey(action);
    assertThat(call(CALLS.get(action)).status()).as("with the action").isNotEqualTo(403);

    AZURE.azure.access().withhold(Principals.LOCKSTEP, List.of(new ActionPattern(action)));
    ArmResponse refused = call(CALLS.get(action));
    AZURE.azure.access().withhold(Principals.LOCKSTEP, List.of());

    assertThat(refused.status()).as("without the action").isEqualTo(403);
    boolean linked = action.endsWith("/join/action") || action.endsWith("/assign/action");
    ObjectNode error = (ObjectNode) body(refused).path("error");
    assertThat(error.path("code").asText())
        .isEqualTo(linked ? "LinkedAuthorizationFailed" : "AuthorizationFailed");
    assertThat(error.path("message").asText()).containsIgnoringCase("'" + action + "'");
    assertThat(AZURE.lastAudit().status()).isEqualTo(403);
    assertThat(AZURE.lastAudit().hashAfter()).isEqualTo(AZURE.lastAudit().hashBefore());
    AZURE.finish();
  }

  static Stream<String> dataActions() {
    return SHIPPED.estate().dataActions().stream().map(ActionPattern::text);
  }

  @ParameterizedTest
  @MethodSource("dataActions")
  void withoutTheDataActionTheVaultIsClosed(String action) {
    ResourceId vault = ResourceId.of(PROVIDERS + "Microsoft.KeyVault/vaults/kv-edge");
    assertNeeded(action, access -> access.allowsData(Principals.LOCKSTEP, action, vault));
    assertThat(AZURE.azure.access().allows(Principals.LOCKSTEP, action, vault))
        .as("a data action is no control plane action")
        .isFalse();
  }

  private static void assertNeeded(String action, Function<Access, Boolean> allowed) {
    Access access = AZURE.azure.access();
    assertThat(allowed.apply(access)).isTrue();
    access.withhold(Principals.LOCKSTEP, List.of(new ActionPattern(action)));
    assertThat(allowed.apply(access)).isFalse();
    access.withhold(Principals.LOCKSTEP, List.of());
  }

  private static ResourceId gateway() {
    return ResourceId.of(GATEWAY);
  }

  private static ArmResponse call(String call) {
    String[] parts = call.split(" ", 2);
    return switch (parts[0]) {
      case "PUT" -> AZURE.put(parts[1], document(parts[1]));
      case "POST" -> AZURE.post(parts[1]);
      case "DELETE" -> AZURE.delete(parts[1]);
      default -> AZURE.get(parts[1]);
    };
  }

  private static ObjectNode document(String path) {
    return path.equals(GATEWAY)
        ? AZURE.read(GATEWAY)
        : json("{'properties': {'%s': 60}}".formatted(path.contains("/dnsZones/") ? "TTL" : "ttl"));
  }
}
