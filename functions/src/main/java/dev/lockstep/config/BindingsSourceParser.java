package dev.lockstep.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads where the bindings are written: one of three settings, and a URL only where we trust. */
final class BindingsSourceParser {
  private static final List<Setting> SOURCES =
      List.of(Setting.BINDINGS, Setting.BINDINGS_FILE, Setting.BINDINGS_URL);

  /**
   * Microsoft Learn, "Storage account overview": 3 to 24 letters and digits, perhaps a DNS zone.
   */
  private static final String ACCOUNT = "[a-z0-9]{3,24}(\\.z[0-9]{1,2})?\\.blob\\.";

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

  // No message repeats what stands behind the question mark: it is most likely a signature.
  private Optional<BindingsSource> url(String suffix) {
    Optional<String> text = settings.value(Setting.BINDINGS_URL);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<URI> uri = uri(text.get());
    String example = "https://<account>.blob." + suffix + "/<container>/<blob>";
    if (text.get().contains("?") || text.get().contains("#")) {
      wrong(
          "holds a query, perhaps a shared access signature, which is a secret",
          "give the URL up to the question mark, the app's identity the role \"Storage Blob Data"
              + " Reader\" on the container, and take the signature for disclosed");
    } else if (uri.isEmpty() || !"https".equalsIgnoreCase(uri.get().getScheme())) {
      wrong("is not an https URL", "use " + example);
    } else if (!isTrusted(uri.get(), suffix)) {
      wrong(
          "is not of a storage account below " + suffix + ", and tokens go nowhere else",
          "use "
              + example
              + ", or set "
              + Setting.CLOUD.key()
              + " or "
              + Setting.STORAGE_SUFFIX.key());
    } else if (segments(uri.get()) < (isEmulator(suffix) ? 3 : 2)) {
      wrong("names no blob", "use " + example);
    } else {
      return uri.map(BindingsSource.Url::new);
    }
    return Optional.empty();
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(new URI(text)).filter(uri -> uri.getAuthority() != null);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static boolean isTrusted(URI uri, String suffix) {
    String authority = uri.getAuthority().toLowerCase(Locale.ROOT);
    return isEmulator(suffix)
        ? authority.equals(suffix)
        : authority.matches(ACCOUNT + Pattern.quote(suffix));
  }

  /** An emulator has the account in the path (Microsoft Learn, storage-use-azurite). */
  private static boolean isEmulator(String suffix) {
    return suffix.contains(":");
  }

  private static long segments(URI uri) {
    return Stream.of(uri.getPath().split("/")).filter(part -> !part.isEmpty()).count();
  }

  private void wrong(String message, String remedy) {
    settings.wrong(Setting.BINDINGS_URL, message, remedy);
  }
}
