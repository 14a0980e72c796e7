package dev.lockstep.config;

import dev.lockstep.model.InstanceId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The app settings, typed and checked. Nothing changes them afterwards.
 *
 * @param instance this installation
 * @param bindings where the bindings are written
 * @param cloud the cloud
 * @param addresses its addresses, with what the settings replace
 * @param credential how the app proves who it is
 * @param clientId the user-assigned identity
 * @param gatewayApiVersion api-version of gateways, read and write
 * @param apimApiVersion api-version of API Management
 * @param driftCheckSchedule NCRONTAB with six fields
 * @param storage the storage account of queue and state
 * @param debounce how long after a look the next events of changes wait
 * @param rehearsal what is otherwise in a world that is not Azure
 */
public record Settings(
    InstanceId instance,
    BindingsSource bindings,
    Cloud cloud,
    CloudAddresses addresses,
    CredentialKind credential,
    Optional<String> clientId,
    String gatewayApiVersion,
    String apimApiVersion,
    String driftCheckSchedule,
    StorageConnection storage,
    Duration debounce,
    Rehearsal rehearsal) {
  /** Long enough for what a deployment sends at once, short beside an update of a gateway. */
  static final Duration USUAL_DEBOUNCE = Duration.ofSeconds(7);

  /** Settings for Azure itself. */
  public Settings(
      InstanceId instance,
      BindingsSource bindings,
      Cloud cloud,
      CloudAddresses addresses,
      CredentialKind credential,
      Optional<String> clientId,
      String gatewayApiVersion,
      String apimApiVersion,
      String driftCheckSchedule,
      StorageConnection storage) {
    this(
        instance,
        bindings,
        cloud,
        addresses,
        credential,
        clientId,
        gatewayApiVersion,
        apimApiVersion,
        driftCheckSchedule,
        storage,
        USUAL_DEBOUNCE,
        Rehearsal.NONE);
  }

  /**
   * Reads the settings. One that is blank counts as absent, because templates leave optional ones
   * empty.
   *
   * @param environment names and values, as the process has them
   * @throws ConfigurationProblems with everything that is wrong
   */
  public static Settings parse(Map<String, String> environment) {
    return new SettingsParser(environment).parse();
  }
}
