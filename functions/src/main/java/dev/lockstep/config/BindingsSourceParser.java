package dev.lockstep.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads where the bindings are written: one of three settings, and a URL only where we trust. */
final class BindingsSourceParser {
  private static final List<Setting> SOURCES =
      List.of(Setting.BINDINGS, Setting.BINDINGS_FILE, Setting.BINDINGS_URL);

  private final SettingsParser settings;

  BindingsSourceParser(SettingsParser settings) {
    this.settings = settings;
  }

  /**
   * The source; whatever is wrong with it is reported.
   *
   * @param storageSuffix the domain below which tokens may go, see {@link CloudAddresses}
   */
  BindingsSource parse(String storageSuffix) {
    List<Setting> given =
        SOURCES.stream().filter(setting -> settings.value(setting).isPresent()).toList();
    if (given.isEmpty()) {
      settings.wrong(
          Setting.BINDINGS,
          "is missing",
          "set it to {\"bindings\": […]}, or set "
              + Setting.BINDINGS_FILE.key()
              + " or "
              + Setting.BINDINGS_URL.key());
    }
    given.stream()
        .skip(1)
        .forEach(
            surplus ->
                settings.wrong(
                    surplus,
                    "is set together with " + given.get(0).key(),
                    "set one of "
                        + String.join(", ", SOURCES.stream().map(Setting::key).toList())));
    Stream<BindingsSource> sources =
        Stream.of(
                url(storageSuffix),
                settings.value(Setting.BINDINGS_FILE).map(BindingsSource.File::new),
                settings.value(Setting.BINDINGS).map(BindingsSource.Inline::new))
            .flatMap(Optional::stream);
    return sources.findFirst().orElse(new BindingsSource.Inline("{}"));
  }

  private Optional<BindingsSource> url(String suffix) {
    return settings
        .value(Setting.BINDINGS_URL)
        .flatMap(
            text ->
                new BlobUrl(suffix)
                    .parse(text, (what, then) -> settings.wrong(Setting.BINDINGS_URL, what, then)))
        .map(BindingsSource.Url::new);
  }
}
