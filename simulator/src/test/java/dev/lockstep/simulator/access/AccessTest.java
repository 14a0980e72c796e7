package dev.lockstep.simulator.access;

import static dev.lockstep.simulator.TestAzure.GATEWAY;
import static dev.lockstep.simulator.TestAzure.GROUP;
import static dev.lockstep.simulator.TestAzure.SERVICE;
import static dev.lockstep.simulator.TestAzure.SUBSCRIPTION;
import static dev.lockstep.simulator.TestAzure.body;
import static dev.lockstep.simulator.TestAzure.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.simulator.SimulatorOptions;
import dev.lockstep.simulator.TestAzure;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.token.Principals;
import dev.lockstep.simulator.world.ResourceId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTest {
  private static final ResourceId THERE = ResourceId.of(GATEWAY);

  @ParameterizedTest
  @CsvSource({
    "*, Microsoft.Network/applicationGateways/read, true",
    "*/read, Microsoft.Network/applicationGateways/read, true",
    "*/read, Microsoft.Network/applicationGateways/write, false",
    "Microsoft.Network/*/read, microsoft.network/ApplicationGateways/READ, true",
    "Microsoft.Network/*, Microsoft.Networks/x/read, false",
    "Microsoft.Network/*/join/action, Microsoft.Network/virtualNetworks/subnets/join/action, true",
    "Microsoft.Network/dns*/A/*, Microsoft.Network/dnsZones/A/delete, true",
    "Microsoft.Network/dnsZones/A/read, Microsoft.Network/dnsZones/AAAA/read, false"
  })
  void aStarStandsForAnyRunOfCharacters(String pattern, String action, boolean matches) {
    assertThat(new ActionPattern(pattern).matches(action)).isEqualTo(matches);
  }

  @Test
  void aNotActionTakesFromItsOwnRoleOnly() {
    RoleDefinition allButDelete =
        new RoleDefinition(
            "a", patterns("Microsoft.Network/*"), patterns("*/delete"), List.of(), List.of());
    RoleDefinition deletes =
        new RoleDefinition("b", patterns("*/delete"), List.of(), List.of(), List.of());
    Access access = new Access(List.of(assigned(allButDelete, GROUP)));
    String delete = "Microsoft.Network/applicationGateways/delete";
    assertThat(access.allows(Principals.LOCKSTEP, delete, THERE)).isFalse();
    assertThat(access.allows(Principals.LOCKSTEP, delete.replace("delete", "write"), THERE))
        .isTrue();
    access.assign(assigned(deletes, GATEWAY));
    assertThat(access.allows(Principals.LOCKSTEP, delete, THERE)).isTrue();
  }

  @Test
  void aRoleHoldsAtItsScopeAndBelow() {
    String read = "Microsoft.Network/applicationGateways/read";
    for (String scope : List.of("/", SUBSCRIPTION, GROUP.toUpperCase(Locale.ROOT), GATEWAY)) {
      assertThat(new Access(List.of(owner(scope))).allows(Principals.LOCKSTEP, read, THERE))
          .as(scope)
          .isTrue();
    }
    for (String scope :
        List.of(GROUP + "2", GATEWAY + "/probes/x", GATEWAY.replace("edge", "ed"))) {
      assertThat(new Access(List.of(owner(scope))).allows(Principals.LOCKSTEP, read, THERE))
          .as(scope)
          .isFalse();
    }
    assertThat(new Access(List.of(owner("/"))).allows(Principals.COLLEAGUE, read, THERE)).isFalse();
    assertThat(new Access(List.of(owner("/"))).allowsData(Principals.LOCKSTEP, read, THERE))
        .as("Owner reads no data")
        .isFalse();
  }

  @Test
  void ownersMayDoWhatTheAppMayNot() {
    TestAzure azure = new TestAzure();
    String group = SUBSCRIPTION + "/resourceGroups/rg-new";
    assertThat(azure.put(group, json("{'location': 'westeurope'}")).status()).isEqualTo(201);
    azure.as(Principals.LOCKSTEP);
    ArmResponse refused = azure.put(group, json("{'location': 'westeurope'}"));
    assertThat(body(refused).at("/error/message").asText())
        .isEqualTo(
            "The client '44444444-4444-4444-4444-444444444444' with object id '44444444-4444-4444-4444-444444444444' does not have authorization to perform action 'Microsoft.Resources/subscriptions/resourceGroups/write' over scope '"
                + group
                + "' or the scope is invalid. If access was recently granted, please refresh your credentials.");
    assertThat(refused.header("x-ms-failure-cause")).contains("gateway");
    assertThat(azure.delete(GATEWAY).status()).isEqualTo(403);
    assertThat(azure.patch(SERVICE, json("{}")).status()).isEqualTo(403);
    assertThat(azure.get(SUBSCRIPTION).status()).isEqualTo(403);
    assertThat(
            azure.get(SUBSCRIPTION + "/providers/Microsoft.Network/applicationGateways").status())
        .as("its role lies on the group, not on the subscription")
        .isEqualTo(403);
    assertThat(azure.get(GATEWAY.replace("agw-edge", "none")).status())
        .as("who may read learns that there is nothing")
        .isEqualTo(404);
    assertThat(azure.get(GATEWAY.replace("rg-edge", "none")).status())
        .as("who may not, does not")
        .isEqualTo(403);
  }

  @Test
  void aLinkedRefusalNamesActionAndScopeAsAzureDoes() {
    RoleDefinition noAssign = AppRoles.shipped().estate().withholding(patterns("*/assign/action"));
    TestAzure azure =
        new TestAzure(SimulatorOptions.DEFAULT.withRoles(AppRoles.shipped().withEstate(noAssign)));
    azure.as(Principals.LOCKSTEP);
    ArmResponse refused = azure.put(GATEWAY, azure.read(GATEWAY));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(body(refused).at("/error/code").asText()).isEqualTo("LinkedAuthorizationFailed");
    assertThat(body(refused).at("/error/message").asText())
        .isEqualTo(
            "The client '%1$s' with object id '%1$s' has permission to perform action 'Microsoft.Network/applicationGateways/write' on scope '%2$s'; however, it does not have permission to perform action(s) 'Microsoft.ManagedIdentity/userAssignedIdentities/assign/action' on the linked scope(s) '%3$s/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-agw' or the linked scope(s) are invalid."
                .formatted(Principals.LOCKSTEP.objectId(), GATEWAY, GROUP));
  }

  @Test
  void subscriptionsAreListedForThoseWhoHaveARoleInThem() {
    TestAzure azure = new TestAzure();
    assertThat(azure.read("/subscriptions").path("value")).hasSize(1);
    assertThat(azure.as(Principals.LOCKSTEP).read("/subscriptions").path("value")).hasSize(1);
    assertThat(new Access(List.of()).sees(Principals.LOCKSTEP, ResourceId.of(SUBSCRIPTION)))
        .isFalse();
  }

  @Test
  void whatIsPackagedIsWhatInfraShips() {
    assertThat(AppRoles.shipped()).isEqualTo(AppRoles.in(Path.of("..", "infra")));
  }

  @Test
  void aRoleFileTellsAllItsProblemsAtOnce() {
    String text = "{\"Nmae\": \"x\", \"Actions\": \"*\", \"DataActions\": [1, \"\"]}";
    assertThatThrownBy(() -> RoleFile.read("r.json", text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(
            "r.json", "'Nmae'", "'Name'", "'Actions'", "holds 1", "holds \"\"");
    assertThatThrownBy(() -> RoleFile.read("r.json", "{".getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("no JSON");
    assertThatThrownBy(() -> AppRoles.in(Path.of("nowhere")))
        .hasMessageContainingAll("role-definition.json", "cannot be read");
  }

  @Test
  void theControlApiTakesRightsAwayAndGivesThemBack() {
    TestAzure azure = new TestAzure();
    azure.as(Principals.LOCKSTEP);
    assertThat(
            azure
                .control(
                    "PUT",
                    "/roles/lockstep/withheld",
                    json("{'actions': ['Microsoft.Network/applicationGateways/*']}"))
                .status())
        .isEqualTo(200);
    assertThat(azure.get(GATEWAY).status()).isEqualTo(403);
    azure.control("PUT", "/roles/lockstep/withheld", json("{'actions': []}"));
    assertThat(azure.get(GATEWAY).status()).isEqualTo(200);
    assertThat(azure.control("PUT", "/roles/lockstep/withheld", json("{'actions': 'x'}")).status())
        .isEqualTo(400);
    assertThat(azure.control("PUT", "/roles/nobody/withheld", json("{'actions': []}")).status())
        .isEqualTo(404);
    assertThat(body(azure.control("GET", "/roles", json("{}"))).path("assignments")).hasSize(6);
  }

  private static List<ActionPattern> patterns(String... texts) {
    return Arrays.stream(texts).map(ActionPattern::new).toList();
  }

  private static RoleAssignment assigned(RoleDefinition role, String scope) {
    return new RoleAssignment(Principals.LOCKSTEP, role, scope);
  }

  private static RoleAssignment owner(String scope) {
    return assigned(RoleDefinition.OWNER, scope);
  }
}
