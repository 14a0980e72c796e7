package dev.lockstep.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The URL of a blob that is read with a token, so it must be one that tokens may go to. No message
 * repeats what stands behind a question mark: it is most likely a signature.
 */
final class BlobUrl {
  /**
   * Microsoft Learn, "Storage account overview": 3 to 24 letters and digits, perhaps a DNS zone.
   */
  private static final String ACCOUNT = "[a-z0-9]{3,24}(\\.z[0-9]{1,2})?\\.blob\\.";

  private final String suffix;

  /**
   * @param suffix the domain below which tokens may go, see {@link CloudAddresses}
   */
  BlobUrl(String suffix) {
    this.suffix = suffix;
  }

  /** The URL; whatever is wrong with it is told as message and remedy. */
  Optional<URI> parse(String text, BiConsumer<String, String> wrong) {
    Optional<URI> uri = uri(text);
    String example = "https://<account>.blob." + suffix + "/<container>/<blob>";
    if (text.contains("?") || text.contains("#")) {
      wrong.accept(
          "holds a query, perhaps a shared access signature, which is a secret",
          "give the URL up to the question mark, the app's identity the role \"Storage Blob Data"
              + " Reader\" on the container, and take the signature for disclosed");
    } else if (uri.isEmpty() || !"https".equalsIgnoreCase(uri.get().getScheme())) {
      wrong.accept("is not an https URL", "use " + example);
    } else if (!isTrusted(uri.get())) {
      wrong.accept(
          "is not of a storage account below " + suffix + ", and tokens go nowhere else",
          "use "
              + example
              + ", or set "
              + Setting.CLOUD.key()
              + " or "
              + Setting.STORAGE_SUFFIX.key());
    } else if (segments(uri.get()) < (isEmulator() ? 3 : 2)) {
      wrong.accept("names no blob", "use " + example);
    } else {
      return uri;
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

  private boolean isTrusted(URI uri) {
    String authority = uri.getAuthority().toLowerCase(Locale.ROOT);
    return isEmulator()
        ? authority.equals(suffix)
        : authority.matches(ACCOUNT + Pattern.quote(suffix));
  }

  /** An emulator has the account in the path (Microsoft Learn, storage-use-azurite). */
  private boolean isEmulator() {
    return suffix.contains(":");
  }

  private static long segments(URI uri) {
    return Stream.of(uri.getPath().split("/")).filter(part -> !part.isEmpty()).count();
  }
}
