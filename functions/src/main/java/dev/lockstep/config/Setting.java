package dev.lockstep.config;

import java.util.Arrays;
import java.util.List;

/** Every app setting that Lockstep reads. */
public enum Setting {
  BINDINGS(
      "LOCKSTEP_BINDINGS",
      "JSON",
      Property.REQUIRED,
      "exactly one of this, LOCKSTEP_BINDINGS_FILE and LOCKSTEP_BINDINGS_URL",
      "The bindings as inline JSON."),
  BINDINGS_FILE(
      "LOCKSTEP_BINDINGS_FILE",
      "a path",
      "",
      "exactly one of the three",
      "A file that holds the bindings as JSON; a relative path is below the app's folder."),
  BINDINGS_URL(
      "LOCKSTEP_BINDINGS_URL",
      "an https URL",
      "",
      "exactly one of the three; `https://<account>.blob.<storage suffix>/<container>/<blob>`,"
          + " without a shared access signature",
      "A blob that holds the bindings as JSON, read with the app's identity when a worker starts."),
  INSTANCE(
      "LOCKSTEP_INSTANCE",
      "a text",
      "`lockstep`",
      "1 to 16 lower-case letters, digits, `-`, beginning with a letter",
      "Names this installation in owned names and DNS metadata; never change it later."),
  CLOUD(
      "LOCKSTEP_CLOUD",
      "a name",
      "`AzurePublic`",
      "AzurePublic, AzureChina, AzureUSGovernment",
      "Whose addresses are used."),
  ARM_ENDPOINT(
      "LOCKSTEP_ARM_ENDPOINT",
      "an https URL",
      "that of the cloud",
      "",
      "Where Azure Resource Manager answers."),
  ARM_AUDIENCE(
      "LOCKSTEP_ARM_AUDIENCE",
      "an https URL",
      "that of the cloud",
      "",
      "For whom Azure Resource Manager tokens are made."),
  AUTHORITY_HOST(
      "LOCKSTEP_AUTHORITY_HOST",
      "an https URL",
      "that of the cloud",
      "",
      "Where tokens are asked for."),
  VAULT_SUFFIX(
      "LOCKSTEP_VAULT_SUFFIX",
      "a domain",
      "that of the cloud",
      "",
      "The domain below which key vaults are trusted."),
  STORAGE_SUFFIX(
      "LOCKSTEP_STORAGE_SUFFIX",
      "a domain",
      "that of the cloud",
      "or `<address>:<port>` of an emulator",
      "The domain below which storage accounts are trusted."),
  CREDENTIAL(
      "LOCKSTEP_CREDENTIAL",
      "a name",
      "`managedIdentity`",
      "managedIdentity, default",
      "How the app proves who it is."),
  CLIENT_ID(
      "AZURE_CLIENT_ID",
      "a client id",
      "",
      "",
      "The user-assigned identity; absent for the system-assigned one."),
  GATEWAY_API_VERSION(
      "LOCKSTEP_GATEWAY_API_VERSION",
      "a date",
      "`2025-01-01`",
      "yyyy-mm-dd, 2021-08-01 or later (rule priorities)",
      "The api-version with which the gateway is read and written."),
  APIM_API_VERSION(
      "LOCKSTEP_APIM_API_VERSION",
      "a date",
      "`2024-05-01`",
      "yyyy-mm-dd",
      "The api-version with which API Management is read."),
  DRIFT_CHECK_SCHEDULE(
      "DRIFT_CHECK_SCHEDULE",
      "NCRONTAB",
      "`0 */15 * * * *`",
      "six fields, seconds first, UTC",
      "When drift is looked for. The host reads it: set it even for the default."),
  DEBOUNCE(
      "LOCKSTEP_DEBOUNCE",
      "an ISO 8601 duration",
      "`PT7S`",
      "PT0S to PT1M",
      "How long after a look at a gateway the next events of changes wait, so that a burst of them"
          + " is answered by one look. Longer is calmer, shorter is quicker."),
  CONNECT_TO(
      "LOCKSTEP_CONNECT_TO",
      "pairs, parted by commas",
      "",
      "`<host>:<port>=<address>:<port>`, such as `10.0.1.5:443=127.0.0.1:43210`; the host may begin"
          + " with `*.`; the address is of this machine",
      "For rehearsals only: where services, gateways and vaults of a simulated world stand, as"
          + " `--connect-to` of curl."),
  PUBLIC_ROOTS(
      "LOCKSTEP_PUBLIC_ROOTS",
      "a path",
      "those of the Java platform",
      "a PEM file",
      "The roots that count as publicly trusted."),
  REHEARSAL_SPEED(
      "LOCKSTEP_REHEARSAL_SPEED",
      "a number",
      "`1`",
      "1 to 3600",
      "For rehearsals only: by how much faster than in Azure the waits after a renewal of a"
          + " certificate pass (looks, deadline, time between two nudges). With 600, a day is 144"
          + " seconds."),
  STORAGE(
      "AzureWebJobsStorage",
      "a connection string",
      Property.REQUIRED,
      "either this, or the account name, or both URIs below",
      "The storage account of queue and state, with a key: for development."),
  STORAGE_ACCOUNT(
      "AzureWebJobsStorage__accountName",
      "a name",
      "",
      "3 to 24 lower-case letters and digits",
      "The storage account, with the managed identity."),
  STORAGE_BLOB(
      "AzureWebJobsStorage__blobServiceUri",
      "an https URL",
      "",
      "together with the queue's",
      "The blob endpoint, with the managed identity."),
  STORAGE_QUEUE(
      "AzureWebJobsStorage__queueServiceUri",
      "an https URL",
      "",
      "together with the blob's",
      "The queue endpoint, with the managed identity."),
  STORAGE_CLIENT_ID(
      "AzureWebJobsStorage__clientId",
      "a client id",
      "`AZURE_CLIENT_ID`",
      "",
      "The user-assigned identity for storage.");

  private final String key;
  private final String type;
  private final String fallback;
  private final String range;
  private final String meaning;

  Setting(String key, String type, String fallback, String range, String meaning) {
    this.key = key;
    this.type = type;
    this.fallback = fallback;
    this.range = range;
    this.meaning = meaning;
  }

  /** Its name in the environment. */
  public String key() {
    return key;
  }

  /** What the reference page says. */
  public Property property() {
    return new Property(key, type, fallback, range, meaning);
  }

  /** All names. */
  static List<String> keys() {
    return Arrays.stream(values()).map(Setting::key).toList();
  }
}
