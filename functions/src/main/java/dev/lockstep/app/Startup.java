package dev.lockstep.app;

import dev.lockstep.config.BindingsSource;
import dev.lockstep.config.Cloud;
import dev.lockstep.config.Configuration;
import dev.lockstep.config.ConfigurationProblems;
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
 */
record Startup(Settings settings, Configuration configuration) {
  /**
   * Reads both from the environment.
   *
   * @throws ConfigurationInvalid with everything that is wrong in either
   */
  static Startup read(Map<String, String> environment) {
    List<Problem> problems = new ArrayList<>();
    Optional<Settings> settings = Optional.empty();
    Optional<Configuration> bindings = Optional.empty();
    try {
      settings = Optional.of(Settings.parse(environment));
    } catch (ConfigurationProblems e) {
      problems.addAll(e.problems());
    }
    try {
      bindings = bindings(environment, settings);
    } catch (ConfigurationProblems e) {
      problems.addAll(e.problems());
    }
    if (!problems.isEmpty()) {
      throw ConfigurationInvalid.of(problems);
    }
    return new Startup(settings.orElseThrow(), bindings.orElseThrow());
  }

  /** The bindings; with broken settings too, as far as those tell where they are. */
  private static Optional<Configuration> bindings(
      Map<String, String> environment, Optional<Settings> settings) {
    if (settings.isPresent()) {
      String suffix = settings.get().addresses().vaultSuffix();
      BindingsSource source = settings.get().bindings();
      return Optional.of(
          source instanceof BindingsSource.File file
              ? Configuration.parse(BindingsFile.read(file.path(), environment), suffix)
              : Configuration.parse(((BindingsSource.Inline) source).json(), suffix));
    }
    // The cloud may be what is wrong, so the vault's domain may be too: the public one is most
    // likely.
    String suffix =
        Optional.ofNullable(environment.get(Setting.VAULT_SUFFIX.key()))
            .orElse(Cloud.AZURE_PUBLIC.vaultSuffix());
    return Optional.ofNullable(environment.get(Setting.BINDINGS.key()))
        .filter(json -> !json.isBlank())
        .map(json -> Configuration.parse(json, suffix));
  }
}
