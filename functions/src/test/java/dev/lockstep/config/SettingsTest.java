package dev.lockstep.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.lockstep.model.ConnectTo;
import dev.lockstep.model.ConnectTo.Place;
import dev.lockstep.model.InstanceId;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  private static final Map<String, String> MINIMAL =
      Map.of(
          "LOCKSTEP_BINDINGS", "{\"bindings\":[]}",
          "AzureWebJobsStorage__accountName", "stlockstep");

  @Test
  void defaults() {
    assertThat(Settings.parse(MINIMAL))
        .isEqualTo(
            new Settings(
                new InstanceId("lockstep"),
                new BindingsSource.Inline("{\"bindings\":[]}"),
                Cloud.AZURE_PUBLIC,
                new CloudAddresses(
                    URI.create("https://management.azure.com"),
                    "https://management.azure.com",
                    URI.create("https://login.microsoftonline.com"),
                    "vault.azure.net",
                    "core.windows.net"),
                CredentialKind.MANAGED_IDENTITY,
                Optional.empty(),
                "2025-01-01",
                "2024-05-01",
                "0 */15 * * * *",
                new StorageConnection.WithIdentity(
                    URI.create("https://stlockstep.blob.core.windows.net"),
                    URI.create("https://stlockstep.queue.core.windows.net"),
                    Optional.empty())));
  }

  @Test
  void everySettingExplicit() {
    Map<String, String> environment = new HashMap<>();
    environment.put("LOCKSTEP_BINDINGS_FILE", "/etc/bindings.json");
    environment.put("LOCKSTEP_INSTANCE", "blue-1");
    environment.put("LOCKSTEP_CLOUD", "azureusgovernment");
    environment.put("LOCKSTEP_ARM_ENDPOINT", "https://127.0.0.1:8443/");
    environment.put("LOCKSTEP_ARM_AUDIENCE", "https://arm.example");
    environment.put("LOCKSTEP_AUTHORITY_HOST", "https://127.0.0.1:8443/adfs");
    environment.put("LOCKSTEP_VAULT_SUFFIX", ".Vault.Example");
    environment.put("LOCKSTEP_STORAGE_SUFFIX", "127.0.0.1:9000");
    environment.put("LOCKSTEP_CREDENTIAL", "default");
    environment.put("AZURE_CLIENT_ID", "c-1");
    environment.put("LOCKSTEP_GATEWAY_API_VERSION", "2024-01-01");
    environment.put("LOCKSTEP_APIM_API_VERSION", "2022-08-01");
    environment.put("DRIFT_CHECK_SCHEDULE", "*/20 * * * * *");
    environment.put("AzureWebJobsStorage__blobServiceUri", "https://127.0.0.1:1/st");
    environment.put("AzureWebJobsStorage__queueServiceUri", "https://127.0.0.1:2/st");
    environment.put("AzureWebJobsStorage__clientId", "c-2");
    environment.put(
        "LOCKSTEP_CONNECT_TO", "10.0.1.5:443=127.0.0.1:9, *.Vault.Example:443=localhost:8");
    environment.put("LOCKSTEP_PUBLIC_ROOTS", "/etc/roots.pem");
    environment.put("LOCKSTEP_REHEARSAL_SPEED", "600");
    environment.put("LOCKSTEP_DEBOUNCE", "PT20S");
    environment.put("LOCKSTEP_HOST_FUNCTION_KEY", "of the host, not ours");

    assertThat(Settings.parse(environment))
        .isEqualTo(
            new Settings(
                new InstanceId("blue-1"),
                new BindingsSource.File("/etc/bindings.json"),
                Cloud.AZURE_US_GOVERNMENT,
                new CloudAddresses(
                    URI.create("https://127.0.0.1:8443"),
                    "https://arm.example",
                    URI.create("https://127.0.0.1:8443/adfs"),
                    "vault.example",
                    "127.0.0.1:9000"),
                CredentialKind.DEFAULT,
                Optional.of("c-1"),
                "2024-01-01",
                "2022-08-01",
                "*/20 * * * * *",
                new StorageConnection.WithIdentity(
                    URI.create("https://127.0.0.1:1/st"),
                    URI.create("https://127.0.0.1:2/st"),
                    Optional.of("c-2")),
                Duration.ofSeconds(20),
                new Rehearsal(
                    ConnectTo.of(
                        Map.of(
                            "10.0.1.5:443", new Place("127.0.0.1", 9),
                            "*.vault.example:443", new Place("localhost", 8))),
                    Optional.of("/etc/roots.pem"),
                    600)));
  }

  @Test
  void everySettingOfTheListIsRead() {
    assertThat(Setting.keys()).doesNotHaveDuplicates().hasSize(24);
  }

  @Test
  void aRehearsalLeadsToThisMachineOnly() {
    Map<String, String> environment = new HashMap<>(MINIMAL);
    environment.put(
        "LOCKSTEP_CONNECT_TO",
        "10.0.1.5:443=10.9.9.9:443,10.0.1.5=127.0.0.1,a.b:1=127.0.0.1:2,a.b:1=127.0.0.1:3");

    assertThat(
            catchThrowableOfType(ConfigurationProblems.class, () -> Settings.parse(environment))
                .problems())
        .extracting(Problem::path, Problem::message)
        .containsExactly(
            tuple("LOCKSTEP_CONNECT_TO", "'10.9.9.9' is not an address of this machine"),
            tuple(
                "LOCKSTEP_CONNECT_TO",
                "'10.0.1.5=127.0.0.1' is not <host>:<port>=<address>:<port>"),
            tuple("LOCKSTEP_CONNECT_TO", "a.b:1 is listed twice"));
  }

  @Test
  void aBlankSettingCountsAsAbsent() {
    Map<String, String> environment = new HashMap<>(MINIMAL);
    for (Setting setting : Setting.values()) {
      environment.putIfAbsent(setting.key(), " ");
    }

    assertThat(Settings.parse(environment)).isEqualTo(Settings.parse(MINIMAL));
  }

  @Test
  void aCloudBringsItsOwnAddresses() {
    Map<String, String> environment = new HashMap<>(MINIMAL);
    environment.put("LOCKSTEP_CLOUD", "AzureChina");

    Settings settings = Settings.parse(environment);

    assertThat(settings.addresses().armEndpoint()).hasHost("management.chinacloudapi.cn");
    assertThat(settings.addresses().vaultSuffix()).isEqualTo("vault.azure.cn");
    assertThat(settings.storage())
        .isInstanceOfSatisfying(
            StorageConnection.WithIdentity.class,
            storage ->
                assertThat(storage.queueService())
                    .hasHost("stlockstep.queue.core.chinacloudapi.cn"));
  }

  @Test
  void aConnectionStringIsTakenAndNeverShown() {
    String value = "DefaultEndpointsProtocol=https;AccountName=st;AccountKey=c2VjcmV0";
    Settings settings =
        Settings.parse(Map.of("LOCKSTEP_BINDINGS", "{}", "AzureWebJobsStorage", value));

    assertThat(settings.storage()).isEqualTo(new StorageConnection.WithKey(value));
    assertThat(settings.toString()).doesNotContain("c2VjcmV0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          LOCKSTEP_BINDING              | x               | did you mean 'LOCKSTEP_BINDINGS'?
          LOCKSTEP_BINDINGS_FILE        | f               | set one of LOCKSTEP_BINDINGS, LOCKSTEP_BINDINGS_FILE, LOCKSTEP_BINDINGS_URL
          LOCKSTEP_BINDINGS_URL         | https://st1.blob.core.windows.net/c/b | set one of
          LOCKSTEP_STORAGE_SUFFIX       | https://st      | a domain such as core.windows.net
          LOCKSTEP_INSTANCE             | Big_Name        | lower-case
          LOCKSTEP_DEBOUNCE             | 7               | use PT0S to PT1M, or leave it out
          LOCKSTEP_DEBOUNCE             | PT61S           | use PT0S to PT1M, or leave it out
          LOCKSTEP_DEBOUNCE             | PT-1S           | use PT0S to PT1M, or leave it out
          LOCKSTEP_CLOUD                | AzurePubic      | did you mean 'AzurePublic'?
          LOCKSTEP_ARM_ENDPOINT         | http://arm      | https://
          LOCKSTEP_ARM_AUDIENCE         | arm             | https://
          LOCKSTEP_AUTHORITY_HOST       | ftp://x         | https://
          LOCKSTEP_VAULT_SUFFIX         | https://vault   | a domain such as vault.azure.net
          LOCKSTEP_CREDENTIAL           | password        | managedIdentity, default
          LOCKSTEP_GATEWAY_API_VERSION  | latest          | use one such as 2025-01-01
          LOCKSTEP_GATEWAY_API_VERSION  | 2020-11-01      | 2021-08-01 or later
          LOCKSTEP_APIM_API_VERSION     | 2016-07-07      | 2019-12-01 or later
          DRIFT_CHECK_SCHEDULE          | */15 * * * *    | write seconds
          AzureWebJobsStorage           | secret!         | copy it from the storage account
          AzureWebJobsStorage__accountName | Not_A_Name   | 3 to 24
          """)
  void eachProblemNamesTheSettingAndItsRemedy(String key, String value, String remedy) {
    Map<String, String> environment = new HashMap<>(MINIMAL);
    environment.put(key, value);

    assertThat(problems(environment))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.path()).isEqualTo(key);
              assertThat(problem.remedy()).contains(remedy);
              assertThat(problem.toString()).doesNotContain("secret!");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "AzurePublic, '', https://stconfig.blob.core.windows.net/lockstep/bindings.json",
    "AzurePublic, '', https://StConfig.Blob.Core.Windows.Net/lockstep/team/bindings.json",
    "AzureChina, '', https://stconfig.blob.core.chinacloudapi.cn/lockstep/bindings.json",
    "AzurePublic, storage.azure.net, https://stconfig.z12.blob.storage.azure.net/c/b",
    "AzurePublic, 127.0.0.1:10000, https://127.0.0.1:10000/devstoreaccount1/lockstep/bindings.json"
  })
  void bindingsAreReadFromABlobOfTheCloud(String cloud, String suffix, String url) {
    Map<String, String> environment = new HashMap<>(MINIMAL);
    environment.remove("LOCKSTEP_BINDINGS");
    environment.put("LOCKSTEP_CLOUD", cloud);
    environment.put("LOCKSTEP_STORAGE_SUFFIX", suffix);
    environment.put("LOCKSTEP_BINDINGS_URL", url);

    assertThat(Settings.parse(environment).bindings())
        .isEqualTo(new BindingsSource.Url(URI.create(url)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          http://st1.blob.core.windows.net/c/b                 | is not an https URL
          st1.blob.core.windows.net/c/b                        | is not an https URL
          https://st1.blob.core.windows.net/c/b b              | is not an https URL
          https://st1.blob.core.windows.net/c                  | names no blob
          https://st1.blob.core.windows.net.evil.example/c/b   | tokens go nowhere else
          https://evil.example/st1.blob.core.windows.net/c/b   | tokens go nowhere else
          https://evilblob.core.windows.net/c/b                | tokens go nowhere else
          https://me@st1.blob.core.windows.net/c/b             | tokens go nowhere else
          https://st1.blob.core.windows.net:444/c/b            | tokens go nowhere else
          https://st1.queue.core.windows.net/c/b               | tokens go nowhere else
          https://st1.blob.core.chinacloudapi.cn/c/b           | tokens go nowhere else
          https://127.0.0.1:10000/st1/c/b                      | tokens go nowhere else
          https://st1.blob.core.windows.net/c/b?sp=r&sig=s3cret | a secret
          """)
  void aBlobElsewhereIsRefusedWithoutRepeatingIt(String url, String message) {
    Map<String, String> environment = new HashMap<>(MINIMAL);
    environment.remove("LOCKSTEP_BINDINGS");
    environment.put("LOCKSTEP_BINDINGS_URL", url);

    assertThat(problems(environment))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.path()).isEqualTo("LOCKSTEP_BINDINGS_URL");
              assertThat(problem.message()).contains(message);
              assertThat(problem.remedy()).isNotBlank();
              assertThat(problem.toString()).doesNotContain("s3cret");
            });
  }

  @Test
  void allProblemsAreToldAtOnce() {
    assertThat(problems(Map.of("LOCKSTEP_CLOUD", "x")))
        .extracting(Problem::path)
        .containsExactlyInAnyOrder("LOCKSTEP_CLOUD", "LOCKSTEP_BINDINGS", "AzureWebJobsStorage");
  }

  @Test
  void oneStorageEndpointNeedsTheOther() {
    assertThat(
            problems(
                Map.of(
                    "LOCKSTEP_BINDINGS", "{}",
                    "AzureWebJobsStorage__blobServiceUri", "https://st.blob.core.windows.net")))
        .extracting(Problem::path)
        .containsExactly("AzureWebJobsStorage__queueServiceUri");
  }

  private static List<Problem> problems(Map<String, String> environment) {
    return catchThrowableOfType(ConfigurationProblems.class, () -> Settings.parse(environment))
        .problems();
  }
}
