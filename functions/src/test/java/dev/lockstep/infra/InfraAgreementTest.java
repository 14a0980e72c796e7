package dev.lockstep.infra;

import static dev.lockstep.infra.InfraFiles.all;
import static dev.lockstep.infra.InfraFiles.arrayVariable;
import static dev.lockstep.infra.InfraFiles.json;
import static dev.lockstep.infra.InfraFiles.strings;
import static dev.lockstep.infra.InfraFiles.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The templates in infra/ and the settings files name what the code names, and nothing else. */
final class InfraAgreementTest {
  // The names below are the contract between the code and infra/. They stand here as literals until
  // the code has
  // constants of its own; then this test reads those, so that each name exists once.
  private static final Set<String> QUEUES = Set.of("lockstep-signals", "lockstep-signals-poison");
  private static final Set<String> CONTAINERS = Set.of("lockstep-state", "lockstep-journal");
  private static final Set<String> LOCKSTEP_SETTINGS =
      Set.of(
          "LOCKSTEP_BINDINGS",
          "LOCKSTEP_BINDINGS_FILE",
          "LOCKSTEP_BINDINGS_URL",
          "LOCKSTEP_INSTANCE",
          "LOCKSTEP_CLOUD",
          "LOCKSTEP_ARM_ENDPOINT",
          "LOCKSTEP_ARM_AUDIENCE",
          "LOCKSTEP_AUTHORITY_HOST",
          "LOCKSTEP_VAULT_SUFFIX",
          "LOCKSTEP_STORAGE_SUFFIX",
          "LOCKSTEP_CREDENTIAL",
          "LOCKSTEP_GATEWAY_API_VERSION",
          "LOCKSTEP_APIM_API_VERSION");
  private static final Set<String> OTHER_SETTINGS =
      Set.of("AZURE_CLIENT_ID", "DRIFT_CHECK_SCHEDULE");
  private static final Set<String> IDENTITY_STORAGE_SETTINGS =
      Set.of(
          "AzureWebJobsStorage__accountName",
          "AzureWebJobsStorage__blobServiceUri",
          "AzureWebJobsStorage__queueServiceUri",
          "AzureWebJobsStorage__credential",
          "AzureWebJobsStorage__clientId");

  @Test
  void templateSetsEverySettingThatTheCodeReads() {
    List<String> keys = all("^\\s+(\\w+): ", text("infra/main.bicep"));

    assertThat(keys)
        .containsAll(LOCKSTEP_SETTINGS)
        .containsAll(OTHER_SETTINGS)
        .containsAll(IDENTITY_STORAGE_SETTINGS)
        .doesNotContain("AzureWebJobsStorage");
  }

  @Test
  void localExampleSetsEverySettingThatTheCodeReads() {
    JsonNode values = json("local.settings.json.example").path("Values");
    Set<String> names = new TreeSet<>();
    values.fieldNames().forEachRemaining(names::add);

    assertThat(names)
        .containsAll(LOCKSTEP_SETTINGS)
        .containsAll(OTHER_SETTINGS)
        .contains("AzureWebJobsStorage");
    assertThat(values.path("AzureWebJobsStorage").asText())
        .as("a connection string with a key does not belong into a file of the project")
        .isEqualTo("UseDevelopmentStorage=true");
  }

  @Test
  void noUnknownLockstepSettingIsNamedAnywhere() {
    String everything =
        String.join(
            "\n",
            InfraFiles.bicepFiles().stream().map(InfraFiles::text).toList().toString(),
            text("infra/main.parameters.json"),
            text("azure.yaml"),
            text("local.settings.json.example"));

    assertThat(Set.copyOf(all("\\b(LOCKSTEP_[A-Z_]+)", everything))).isEqualTo(LOCKSTEP_SETTINGS);
  }

  @Test
  void queuesAndContainersAreTheOnesOfTheCode() {
    assertThat(arrayVariable("queueNames", "infra/modules/storage.bicep"))
        .containsExactlyInAnyOrderElementsOf(QUEUES);
    assertThat(arrayVariable("stateContainers", "infra/modules/storage.bicep"))
        .containsExactlyInAnyOrderElementsOf(CONTAINERS);
    assertThat(text("infra/main.bicep"))
        .contains("var deadLetterContainer = 'deadletter'")
        .contains("var deploymentContainer = 'app-package'");
  }

  @Test
  void noKeyOpensTheStorageAccount() {
    assertThat(text("infra/modules/storage.bicep")).contains("allowSharedKeyAccess: false");
    assertThat(InfraFiles.bicepFiles())
        .allSatisfy(file -> assertThat(text(file)).doesNotContain("AccountKey=", "@secure()"));
  }

  @Test
  void hostTakesSignalsAsTheDesignSays() {
    JsonNode queues = json("host.json").path("extensions").path("queues");

    assertThat(queues.path("batchSize").asInt()).isEqualTo(8);
    assertThat(queues.path("newBatchThreshold").asInt()).isEqualTo(4);
    assertThat(queues.path("maxDequeueCount").asInt()).isEqualTo(5);
    assertThat(queues.path("visibilityTimeout").asText()).isEqualTo("00:00:30");
    assertThat(queues.path("maxPollingInterval").asText()).isEqualTo("00:00:02");
    assertThat(queues.path("messageEncoding").asText()).isEqualTo("base64");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Microsoft.Network/applicationGateways/backendhealth/action",
        "microsoft.network/applicationgateways/BACKENDHEALTH/action",
        "Microsoft.Network/applicationGateways/getBackendHealthOnDemand/action",
        "Microsoft.Network/applicationGateways/backendhealth/write"
      })
  void ourOwnHealthReadsNeverComeBackAsEvents(String operation) {
    assertThat(listed(operation)).isFalse();
    assertThat(excluded(operation)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Microsoft.ApiManagement/service/write",
        "Microsoft.ApiManagement/service/delete",
        "Microsoft.ApiManagement/service/applynetworkconfigurationupdates/action",
        "Microsoft.Network/applicationGateways/write",
        "Microsoft.Network/applicationGateways/delete",
        "Microsoft.Network/applicationGateways/start/action",
        "Microsoft.Network/applicationGateways/stop/action",
        "Microsoft.Network/privateDnsZones/A/write",
        "Microsoft.Network/privateDnsZones/A/delete",
        "Microsoft.Network/dnszones/A/write",
        "Microsoft.Network/dnszones/A/delete"
      })
  void whatMovesATargetComesThrough(String operation) {
    assertThat(listed(operation) && !excluded(operation)).isTrue();
  }

  @Test
  void eventFilterStaysWithinTheLimitOfEventGrid() {
    // 25 values over all advanced filters of one subscription (Microsoft Learn,
    // event-grid/event-filtering).
    assertThat(operations().size() + excludedParts().size()).isLessThanOrEqualTo(25);
    assertThat(operations()).doesNotHaveDuplicates();
    assertThat(text("infra/modules/resource-events.bicep"))
        .contains("operatorType: 'StringIn'", "values: operations");
  }

  @Test
  void everyOutcomeOfAnOperationIsIncluded() {
    List<String> types =
        all(
            "'(Microsoft\\.Resources\\.Resource(?:Write|Delete|Action)\\w*)'",
            text("infra/modules/resource-events.bicep"));

    assertThat(types)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of("Write", "Delete", "Action")
                .flatMap(kind -> Stream.of("Success", "Failure", "Cancel").map(kind::concat))
                .map("Microsoft.Resources.Resource"::concat)
                .toList());
  }

  @ParameterizedTest
  @CsvSource({"event, infra/modules/system-topic.bicep", "alert, infra/modules/alerts.bicep"})
  void destinationsAreFunctionsOfTheApp(String function, String file) {
    assertThat(all("/functions/([\\w-]+)'", text(file))).containsExactly(function);
  }

  private static boolean listed(String operation) {
    return operations().stream().anyMatch(operation::equalsIgnoreCase);
  }

  private static boolean excluded(String operation) {
    String name = operation.toLowerCase(Locale.ROOT);
    return excludedParts().stream().anyMatch(part -> name.contains(part.toLowerCase(Locale.ROOT)));
  }

  private static List<String> operations() {
    return strings(json("infra/event-operations.json"));
  }

  private static List<String> excludedParts() {
    String filter =
        all(
                "operatorType: 'StringNotContains'\\s+key: 'data\\.operationName'\\s+values: \\[(.*?)\\]",
                text("infra/modules/resource-events.bicep"))
            .get(0);
    return all("'([^']*)'", filter);
  }
}
