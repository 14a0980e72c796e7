package dev.lockstep.azure;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * The address of a request: a path below the ARM endpoint, or an absolute URL that ARM gave. An
 * absolute URL of another authority has none, so that a token never leaves for a place that an
 * answer named.
 */
final class ArmUrl {
  private static final String UNRESERVED = "-._~!$&'()*+,;=:@/?%";

  private ArmUrl() {}

  /** The full URL; empty when it is not of the endpoint's authority. */
  static Optional<String> of(URI endpoint, String path) {
    if (path.startsWith("/")) {
      String base = endpoint.toString();
      return Optional.of(
          (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + encode(path));
    }
    try {
      URI url = URI.create(encode(path));
      return isSame(endpoint, url) ? Optional.of(url.toString()) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isSame(URI endpoint, URI url) {
    return "https".equalsIgnoreCase(url.getScheme())
        && url.getHost() != null
        && url.getUserInfo() == null
        && url.getHost().toLowerCase(Locale.ROOT).equals(host(endpoint))
        && port(url) == port(endpoint);
  }

  private static String host(URI uri) {
    return uri.getHost().toLowerCase(Locale.ROOT);
  }

  private static int port(URI uri) {
    return uri.getPort() < 0 ? 443 : uri.getPort();
  }

  /** Percent-encodes what a URL cannot hold (RFC 3986); what is encoded already stays. */
  private static String encode(String text) {
    StringBuilder encoded = new StringBuilder(text.length());
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = (c < 128 && Character.isLetterOrDigit(c)) || UNRESERVED.indexOf(c) >= 0;
      if (plain) {
        encoded.append(c);
      } else {
        encoded.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return encoded.toString();
  }
}
