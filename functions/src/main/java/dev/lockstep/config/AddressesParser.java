package dev.lockstep.config;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Reads the addresses of the cloud, and what the settings replace. */
final class AddressesParser {
  private static final String DOMAIN = "[a-z0-9-]+(\\.[a-z0-9-]+)+";

  private final SettingsParser settings;

  AddressesParser(SettingsParser settings) {
    this.settings = settings;
  }

  CloudAddresses parse(Cloud cloud) {
    return new CloudAddresses(
        settings.uri(Setting.ARM_ENDPOINT).orElse(cloud.armEndpoint()),
        settings.uri(Setting.ARM_AUDIENCE).map(URI::toString).orElse(cloud.armAudience()),
        settings.uri(Setting.AUTHORITY_HOST).orElse(cloud.authorityHost()),
        suffix(Setting.VAULT_SUFFIX, DOMAIN, cloud.vaultSuffix()),
        suffix(Setting.STORAGE_SUFFIX, DOMAIN + "(:\\d{1,5})?", cloud.storageSuffix()));
  }

  private String suffix(Setting setting, String form, String ofCloud) {
    Optional<String> suffix =
        settings
            .value(setting)
            .map(text -> text.startsWith(".") ? text.substring(1) : text)
            .map(text -> text.toLowerCase(Locale.ROOT));
    if (suffix.filter(text -> !text.matches(form)).isPresent()) {
      settings.wrong(
          setting, Quoted.of(suffix.get()) + " is not a domain", "use a domain such as " + ofCloud);
      return ofCloud;
    }
    return suffix.orElse(ofCloud);
  }
}
