package dev.lockstep.config;

import dev.lockstep.model.InstanceId;
import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Reads {@link Settings} and gathers everything that is wrong with them. */
final class SettingsParser {
  private static final String OURS = "LOCKSTEP_";
  // Read by the local development host, which hands its environment on.
  private static final String OF_THE_HOST = "LOCKSTEP_HOST_";

  private static final int FASTEST = 3600;
  private static final Duration LONGEST_DEBOUNCE = Duration.ofMinutes(1);

  private final Map<String, String> environment;
  private final Problems problems = new Problems();

  SettingsParser(Map<String, String> environment) {
    this.environment = environment;
  }

  Settings parse() {
    environment.keySet().stream()
        .filter(key -> key.startsWith(OURS) && !key.startsWith(OF_THE_HOST))
        .filter(key -> !Setting.keys().contains(key))
        .sorted()
        .forEach(
            key -> problems.add(key, "unknown setting", Suggestion.remedy(key, Setting.keys())));
    Cloud cloud = cloud();
    CloudAddresses addresses = new AddressesParser(this).parse(cloud);
    Settings settings =
        new Settings(
            instance(),
            new BindingsSourceParser(this).parse(addresses.storageSuffix()),
            cloud,
            addresses,
            credential(),
            value(Setting.CLIENT_ID),
            version(Setting.GATEWAY_API_VERSION, "2025-01-01", "2021-08-01"),
            version(Setting.APIM_API_VERSION, "2024-05-01", "2019-12-01"),
            schedule(),
            new StorageParser(this).parse(addresses.storageSuffix()),
            debounce(),
            new Rehearsal(new ConnectToParser(this).parse(), value(Setting.PUBLIC_ROOTS), speed()));
    problems.throwIfAny();
    return settings;
  }

  Optional<String> value(Setting setting) {
    return Optional.ofNullable(environment.get(setting.key()))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  void wrong(Setting setting, String message, String remedy) {
    problems.add(setting.key(), message, remedy);
  }

  /** An https URL without the slash at its end. */
  Optional<URI> uri(Setting setting) {
    return value(setting)
        .flatMap(
            text -> {
              String bare = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
              if (bare.matches("https://[A-Za-z0-9._-]+(:\\d{1,5})?(/[A-Za-z0-9._/-]*)?")) {
                return Optional.of(URI.create(bare));
              }
              wrong(setting, Quoted.of(text) + " is not an https URL", "use https://<host>");
              return Optional.empty();
            });
  }

  private Duration debounce() {
    String text = value(Setting.DEBOUNCE).orElse(Settings.USUAL_DEBOUNCE.toString());
    try {
      Duration wait = Duration.parse(text);
      if (!wait.isNegative() && wait.compareTo(LONGEST_DEBOUNCE) <= 0) {
        return wait;
      }
    } catch (DateTimeParseException e) {
      // Told of below, together with durations that are out of range.
    }
    wrong(
        Setting.DEBOUNCE,
        Quoted.of(text) + " is no duration that events may wait",
        "use " + Setting.DEBOUNCE.property().range() + ", or leave it out");
    return Settings.USUAL_DEBOUNCE;
  }

  private int speed() {
    String text = value(Setting.REHEARSAL_SPEED).orElse("1");
    if (!text.matches("[1-9]\\d{0,3}") || Integer.parseInt(text) > FASTEST) {
      wrong(
          Setting.REHEARSAL_SPEED,
          Quoted.of(text) + " is no speed",
          "use " + Setting.REHEARSAL_SPEED.property().range() + ", or leave it out");
      return 1;
    }
    return Integer.parseInt(text);
  }

  private InstanceId instance() {
    String text = value(Setting.INSTANCE).orElse("lockstep");
    try {
      return new InstanceId(text);
    } catch (IllegalArgumentException e) {
      wrong(
          Setting.INSTANCE,
          Quoted.of(text) + " is not an instance id",
          "use " + Setting.INSTANCE.property().range());
      return new InstanceId("lockstep");
    }
  }

  private Cloud cloud() {
    Optional<String> name = value(Setting.CLOUD);
    Optional<Cloud> cloud = name.flatMap(Cloud::fromWire);
    if (name.isPresent() && cloud.isEmpty()) {
      wrong(
          Setting.CLOUD,
          Quoted.of(name.get()) + " is unknown",
          Suggestion.remedy(
              name.get(), Arrays.stream(Cloud.values()).map(Cloud::wireName).toList()));
    }
    return cloud.orElse(Cloud.AZURE_PUBLIC);
  }

  private CredentialKind credential() {
    Optional<String> name = value(Setting.CREDENTIAL);
    Optional<CredentialKind> kind =
        name.flatMap(
            n ->
                Arrays.stream(CredentialKind.values())
                    .filter(k -> k.wireName().equalsIgnoreCase(n))
                    .findFirst());
    if (name.isPresent() && kind.isEmpty()) {
      wrong(
          Setting.CREDENTIAL,
          Quoted.of(name.get()) + " is unknown",
          "use " + Setting.CREDENTIAL.property().range());
    }
    return kind.orElse(CredentialKind.MANAGED_IDENTITY);
  }

  private String version(Setting setting, String fallback, String oldest) {
    String version = value(setting).orElse(fallback);
    if (!version.matches("20\\d\\d-[01]\\d-[0-3]\\d(-preview)?")) {
      wrong(setting, Quoted.of(version) + " is not an api-version", "use one such as " + fallback);
    } else if (version.compareTo(oldest) < 0) {
      wrong(setting, version + " is too old", "use " + oldest + " or later");
    }
    return version;
  }

  private String schedule() {
    String schedule = value(Setting.DRIFT_CHECK_SCHEDULE).orElse("0 */15 * * * *");
    if (schedule.split("\\s+").length != 6) {
      wrong(
          Setting.DRIFT_CHECK_SCHEDULE,
          Quoted.of(schedule) + " has not six fields",
          "write seconds, minutes, hours, day, month, weekday, such as 0 */15 * * * *");
    }
    return schedule;
  }
}
