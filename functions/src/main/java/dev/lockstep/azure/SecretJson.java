package dev.lockstep.azure;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The answer of a vault that holds a secret, taken apart as bytes. A parser would keep the value in
 * its buffers, and hand it over as a {@code String} that nobody can zero.
 */
final class SecretJson {
  private static final byte[] NAME = "value".getBytes(StandardCharsets.US_ASCII);
  private static final int HEX = 16;
  private static final int DIGITS = 4;
  private static final int ASCII = 0x7F;

  private final byte[] value;
  private final byte[] rest;

  private SecretJson(byte[] value, byte[] rest) {
    this.value = value;
    this.rest = rest;
  }

  /** The secret, without the escapes of JSON. */
  byte[] value() {
    return value;
  }

  /** The answer with an empty value. */
  byte[] rest() {
    return rest;
  }

  /** Takes an answer apart; empty when it has no text of that name at its top. */
  static Optional<SecretJson> of(byte[] json) {
    int depth = 0;
    boolean inName = false;
    boolean found = false;
    int i = 0;
    while (i < json.length) {
      int next = i + 1;
      switch (json[i]) {
        case '{', '[' -> inName = ++depth == 1;
        case '}', ']' -> depth--;
        case ',' -> inName = depth == 1;
        case ':' -> inName = false;
        case '"' -> {
          int end = end(json, i + 1);
          if (depth == 1 && inName) {
            found = Arrays.equals(json, i + 1, end, NAME, 0, NAME.length);
          } else if (depth == 1 && found) {
            return Optional.of(new SecretJson(text(json, i + 1, end), without(json, i + 1, end)));
          }
          next = end + 1;
        }
        default -> {}
      }
      i = next;
    }
    return Optional.empty();
  }

  private static int end(byte[] json, int from) {
    int at = from;
    while (at < json.length && json[at] != '"') {
      at += json[at] == '\\' ? 2 : 1;
    }
    return Math.min(at, json.length);
  }

  private static byte[] without(byte[] json, int from, int to) {
    byte[] rest = Arrays.copyOf(json, json.length - (to - from));
    System.arraycopy(json, to, rest, from, json.length - to);
    return rest;
  }

  private static byte[] text(byte[] json, int from, int to) {
    byte[] text = new byte[to - from];
    int length = 0;
    int i = from;
    while (i < to) {
      if (json[i] != '\\' || i + 1 >= to) {
        text[length++] = json[i++];
      } else if (json[i + 1] == 'u' && i + 1 + DIGITS < to) {
        text[length++] = character(json, i + 2);
        i += 2 + DIGITS;
      } else {
        text[length++] = plain(json[i + 1]);
        i += 2;
      }
    }
    byte[] exact = Arrays.copyOf(text, length);
    Arrays.fill(text, (byte) 0);
    return exact;
  }

  private static byte plain(byte escaped) {
    return switch (escaped) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'b' -> '\b';
      case 'f' -> '\f';
      default -> escaped;
    };
  }

  // PFX in base64 and PEM are ASCII; anything else will not be understood anyway.
  private static byte character(byte[] json, int from) {
    int character = 0;
    for (int i = from; i < from + DIGITS; i++) {
      character = character * HEX + Math.max(0, Character.digit(json[i], HEX));
    }
    return (byte) (character <= ASCII ? character : '?');
  }
}
