package dev.lockstep.trust;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One element of DER (X.690), as far as extensions need it: tags of one byte, lengths of at most
 * three. What is not well formed is absent.
 */
final class Der {
  private static final int CONSTRUCTED = 0x20;

  private final int tag;
  private final byte[] content;

  private Der(int tag, byte[] content) {
    this.tag = tag;
    this.content = content;
  }

  /** The element that spans all the bytes. */
  static Optional<Der> read(byte[] bytes) {
    List<Der> elements = all(bytes);
    return elements.size() == 1 ? Optional.of(elements.get(0)) : Optional.empty();
  }

  int tag() {
    return tag;
  }

  byte[] content() {
    return content.clone();
  }

  /** The elements inside; none when it holds plain bytes or what is inside is malformed. */
  List<Der> children() {
    return (tag & CONSTRUCTED) == 0 ? List.of() : all(content);
  }

  /** The first element inside that has the tag. */
  Optional<Der> child(int wanted) {
    return children().stream().filter(element -> element.tag == wanted).findFirst();
  }

  private static List<Der> all(byte[] bytes) {
    List<Der> elements = new ArrayList<>();
    int at = 0;
    while (at < bytes.length) {
      if (bytes.length - at < 2) {
        return List.of();
      }
      int tag = bytes[at] & 0xff;
      int length = bytes[at + 1] & 0xff;
      at += 2;
      if (length >= 0x80) {
        int octets = length & 0x7f;
        if (octets == 0 || octets > 3 || bytes.length - at < octets) {
          return List.of();
        }
        length = 0;
        for (int i = 0; i < octets; i++) {
          length = (length << 8) | (bytes[at++] & 0xff);
        }
      }
      if (bytes.length - at < length) {
        return List.of();
      }
      elements.add(new Der(tag, Arrays.copyOfRange(bytes, at, at + length)));
      at += length;
    }
    return elements;
  }
}
