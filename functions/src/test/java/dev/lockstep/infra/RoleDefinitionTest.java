package dev.lockstep.infra;

import static dev.lockstep.infra.InfraFiles.json;
import static dev.lockstep.infra.InfraFiles.strings;
import static dev.lockstep.infra.InfraFiles.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The custom roles grant what docs/security.md says, action by action. */
final class RoleDefinitionTest {
  private static final String RECONCILER = "infra/role-definition.json";
  private static final String OPERATIONS = "infra/role-definition-operations.json";
  private static final String CHAIN_READ = "infra/role-definition-chain-read.json";

  /** The only actions that change something or make others pay attention; all else is a read. */
  private static final Set<String> ACTIONS_BEYOND_READING =
      Set.of(
          "Microsoft.Network/applicationGateways/write",
          "Microsoft.Network/applicationGateways/backendhealth/action",
          "Microsoft.Network/applicationGateways/getBackendHealthOnDemand/action",
          "Microsoft.Network/virtualNetworks/subnets/join/action",
          "Microsoft.Network/publicIPAddresses/join/action",
          "Microsoft.Network/applicationGatewayWebApplicationFirewallPolicies/join/action",
          "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action",
          "Microsoft.Network/privateDnsZones/A/write",
          "Microsoft.Network/privateDnsZones/A/delete",
          "Microsoft.Network/dnsZones/A/write",
          "Microsoft.Network/dnsZones/A/delete");

  private static final Set<String> READS =
      Set.of(
          "Microsoft.ApiManagement/service/read",
          "Microsoft.ApiManagement/service/networkstatus/read",
          "Microsoft.Network/applicationGateways/read",
          "Microsoft.Network/virtualNetworks/read",
          "Microsoft.Network/virtualNetworks/subnets/read",
          "Microsoft.Network/publicIPAddresses/read",
          "Microsoft.Network/networkSecurityGroups/read",
          "Microsoft.Network/routeTables/read",
          "Microsoft.Network/applicationGatewayWebApplicationFirewallPolicies/read",
          "Microsoft.ManagedIdentity/userAssignedIdentities/read",
          "Microsoft.Network/privateDnsZones/read",
          "Microsoft.Network/privateDnsZones/virtualNetworkLinks/read",
          "Microsoft.Network/privateDnsZones/ALL/read",
          "Microsoft.Network/privateDnsZones/CNAME/read",
          "Microsoft.Network/privateDnsZones/A/read",
          "Microsoft.Network/dnsZones/read",
          "Microsoft.Network/dnsZones/all/read",
          "Microsoft.Network/dnsZones/CNAME/read",
          "Microsoft.Network/dnsZones/A/read",
          "Microsoft.Network/locations/operations/read",
          "Microsoft.Network/locations/operationResults/read",
          "Microsoft.Insights/metrics/read");

  @ParameterizedTest
  @ValueSource(strings = {RECONCILER, OPERATIONS, CHAIN_READ})
  void roleIsInTheFormatOfTheCommandLine(String file) {
    JsonNode role = json(file);

    assertThat(role.path("Name").asText()).startsWith("Lockstep ");
    assertThat(role.path("Description").asText()).isNotBlank();
    assertThat(role.path("IsCustom").asBoolean()).isTrue();
    assertThat(strings(role.path("AssignableScopes"))).isNotEmpty();
    assertThat(Stream.of("Actions", "NotActions", "DataActions", "NotDataActions").map(role::path))
        .allMatch(JsonNode::isArray);
  }

  @ParameterizedTest
  @ValueSource(strings = {RECONCILER, OPERATIONS, CHAIN_READ})
  void noRoleHasAWildcardOrADuplicate(String file) {
    assertThat(granted(file)).isNotEmpty().doesNotHaveDuplicates().noneMatch(a -> a.contains("*"));
  }

  @Test
  void reconcilerMayDoWhatIsDocumentedAndNothingElse() {
    assertThat(strings(json(RECONCILER).path("Actions")))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(ACTIONS_BEYOND_READING.stream(), READS.stream()).toList());
    assertThat(strings(json(RECONCILER).path("DataActions")))
        .containsExactly("Microsoft.KeyVault/vaults/certificates/read");
  }

  @Test
  void readingSecretsIsARoleOfItsOwnThatIsNotMadeUnasked() {
    assertThat(granted(RECONCILER)).noneMatch(action -> action.contains("/secrets/"));
    assertThat(granted(CHAIN_READ))
        .containsExactly("Microsoft.KeyVault/vaults/secrets/getSecret/action");
    assertThat(text("infra/modules/estate-roles.bicep"))
        .contains("module chainRole 'custom-role.bicep' = if (!empty(chainVaults))");
  }

  @Test
  void theSubscriptionWideRoleOnlyReadsOperationsAndApiVersions() {
    assertThat(granted(OPERATIONS))
        .containsExactlyInAnyOrder(
            "Microsoft.Network/locations/operations/read",
            "Microsoft.Network/locations/operationResults/read",
            "Microsoft.Resources/subscriptions/providers/read");
  }

  private static List<String> granted(String file) {
    List<String> actions = new ArrayList<>(strings(json(file).path("Actions")));
    actions.addAll(strings(json(file).path("DataActions")));
    return actions;
  }
}
