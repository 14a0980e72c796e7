package dev.lockstep.app;

import dev.lockstep.config.Cloud;
import dev.lockstep.config.Configuration;
import dev.lockstep.config.ConfigurationProblems;
import dev.lockstep.config.Domains;
import dev.lockstep.config.Problem;
import dev.lockstep.config.Setting;
import dev.lockstep.config.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the app is started with: settings and bindings, both checked.
 *
 * @param settings the app settings
 * @param configuration the bindings
 * @param origin where the bindings came from, for the log
 * @param callers how callers are told apart
 */
record Startup(Settings settings, Configuration configuration, String origin, Callers callers) {
  // Set by App Service while its authentication is switched on (Microsoft Learn,
  // app-service/reference-app-settings).
  private static final String PLATFORM_AUTHENTICATION = "WEBSITE_AUTH_ENABLED";

  /**
   * Reads both from the environment; the bindings from a blob when the settings say so.
   *
   * @throws ConfigurationInvalid with everything that is wrong in either
   */
  static Startup read(Map<String, String> environment, BindingsText.BlobReader blobs) {
    List<Problem> problems = new ArrayList<>();
    Optional<Settings> settings = Optional.empty();
    Optional<BindingsText> text = Optional.empty();
    Optional<Configuration> bindings = Optional.empty();
    try {
      settings = Optional.of(Settings.parse(environment));
    } catch (ConfigurationProblems e) {
      problems.addAll(e.problems());
    }
    try {
      text = text(environment, settings, blobs);
      Domains domains =
          settings
              .map(known -> Domains.of(known.addresses()))
              .orElseGet(() -> new Domains(suffix(environment), Optional.empty()));
      bindings = text.map(found -> Configuration.parse(found.json(), domains));
    } catch (ConfigurationProblems e) {
      problems.addAll(e.problems());
    }
    if (!problems.isEmpty()) {
      ConfigurationInvalid invalid = ConfigurationInvalid.of(problems);
      // Settings stay as they are while a worker lives; a blob may be put right.
      throw settings.filter(BindingsText::isInBlob).isPresent() ? invalid.passing() : invalid;
    }
    return new Startup(
        settings.orElseThrow(),
        bindings.orElseThrow(),
        text.orElseThrow().origin(),
        new Callers("true".equalsIgnoreCase(environment.get(PLATFORM_AUTHENTICATION))));
  }

  /** The bindings; with broken settings too, as far as those tell where they are. */
  private static Optional<BindingsText> text(
      Map<String, String> environment, Optional<Settings> settings, BindingsText.BlobReader blobs) {
    if (settings.isPresent()) {
      return Optional.of(BindingsText.read(settings.get(), environment, blobs));
    }
    return Optional.ofNullable(environment.get(Setting.BINDINGS.key()))
        .filter(json -> !json.isBlank())
        .map(json -> new BindingsText(json, Setting.BINDINGS.key()));
  }

  private static String suffix(Map<String, String> environment) {
    // The cloud may be what is wrong, so the vault's domain may be too: the public one is most
    // likely.
    return Optional.ofNullable(environment.get(Setting.VAULT_SUFFIX.key()))
        .orElse(Cloud.AZURE_PUBLIC.vaultSuffix());
  }
}
