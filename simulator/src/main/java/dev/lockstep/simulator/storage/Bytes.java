package dev.lockstep.simulator.storage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that cannot be changed and are equal when they are the same. */
public final class Bytes {
  public static final Bytes EMPTY = new Bytes(new byte[0]);

  private final byte[] content;
  // Most blobs are texts that are read as texts, several times; a race only decodes twice.
  private String text;

  private Bytes(byte[] content) {
    this.content = content;
  }

  /** A copy of the given bytes. */
  public static Bytes of(byte[] content) {
    return new Bytes(content.clone());
  }

  /** The text in UTF-8. */
  public static Bytes of(String text) {
    return new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  public int length() {
    return content.length;
  }

  public boolean isEmpty() {
    return content.length == 0;
  }

  /** These bytes and after them others. */
  public Bytes plus(Bytes more) {
    byte[] all = Arrays.copyOf(content, content.length + more.content.length);
    System.arraycopy(more.content, 0, all, content.length, more.content.length);
    return new Bytes(all);
  }

  /** The bytes from {@code from} (inclusive) to {@code to} (exclusive). */
  public Bytes slice(int from, int to) {
    return new Bytes(Arrays.copyOfRange(content, from, to));
  }

  /** The bytes read as UTF-8. */
  public String text() {
    String known = text;
    if (known == null) {
      known = new String(content, StandardCharsets.UTF_8);
      text = known;
    }
    return known;
  }

  /** A copy. */
  public byte[] toArray() {
    return content.clone();
  }

  /** A view that cannot write. */
  public ByteBuffer buffer() {
    return ByteBuffer.wrap(content).asReadOnlyBuffer();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return content.length + " bytes";
  }
}
