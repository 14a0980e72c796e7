package dev.lockstep.cli.leaks;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that was written down, with what its base64 says (messages of queues are encoded).
 *
 * @param where what it was written to
 * @param text all of it
 */
record Told(String where, String text) {
  private static final Pattern TOKEN =
      Pattern.compile(
          "eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.|(?i:bearer) +[A-Za-z0-9._-]{20,}");
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY|AccountKey=[A-Za-z0-9+/]{8}|[?&]sig=");
  private static final Pattern ENCODED = Pattern.compile("[A-Za-z0-9+/]{16,}={0,2}");

  static Told of(String where, byte[] bytes) {
    return of(where, new String(bytes, StandardCharsets.ISO_8859_1));
  }

  static Told of(String where, String text) {
    StringBuilder all = new StringBuilder(text);
    Matcher encoded = ENCODED.matcher(text);
    while (encoded.find()) {
      decoded(encoded.group()).ifPresent(plain -> all.append('\n').append(plain));
    }
    return new Told(where, all.toString());
  }

  private static Optional<String> decoded(String base64) {
    try {
      return Optional.of(
          new String(Base64.getDecoder().decode(base64), StandardCharsets.ISO_8859_1));
    } catch (IllegalArgumentException other) {
      return Optional.empty();
    }
  }

  byte[] bytes() {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** What looks like a token, a key or a signed address. */
  Optional<String> suspicious() {
    for (Pattern pattern : new Pattern[] {TOKEN, KEY}) {
      Matcher matcher = pattern.matcher(text);
      if (matcher.find()) {
        int end = Math.min(text.length(), matcher.end() + 40);
        return Optional.of(text.substring(Math.max(0, matcher.start() - 80), end));
      }
    }
    return Optional.empty();
  }
}
