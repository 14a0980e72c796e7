package dev.lockstep.cli.leaks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Many short byte sequences, looked for at once in files of any size below 2 GB. */
final class Needles {
  private static final int HEAD = Long.BYTES;
  private static final int TAIL_BITS = 0xFFFF;

  private record Needle(String name, ByteBuffer bytes) {}

  private final Map<Long, List<Needle>> byHead = new HashMap<>();
  private final boolean[] heads = new boolean[TAIL_BITS + 1];

  /**
   * Adds one.
   *
   * @param name what it is a part of
   * @param bytes eight at least
   */
  void add(String name, byte[] bytes) {
    long head = ByteBuffer.wrap(bytes).getLong();
    byHead
        .computeIfAbsent(head, any -> new ArrayList<>())
        .add(new Needle(name, ByteBuffer.wrap(bytes.clone())));
    heads[tail(head)] = true;
  }

  private static int tail(long head) {
    return (int) (head & TAIL_BITS);
  }

  /** Names of what is in the bytes. */
  Set<String> in(byte[] hay) {
    return in(ByteBuffer.wrap(hay));
  }

  /** Names of what is in the file. */
  Set<String> in(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      return in(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
    }
  }

  private Set<String> in(ByteBuffer hay) {
    Set<String> found = new TreeSet<>();
    long head = 0;
    for (int at = 0; at < hay.limit(); at++) {
      head = (head << Byte.SIZE) | (hay.get(at) & 0xFF);
      int begin = at + 1 - HEAD;
      if (heads[tail(head)] && begin >= 0) {
        byHead.getOrDefault(head, List.of()).stream()
            .filter(needle -> stands(needle.bytes(), hay, begin))
            .forEach(needle -> found.add(needle.name()));
      }
    }
    return found;
  }

  private static boolean stands(ByteBuffer needle, ByteBuffer hay, int begin) {
    return begin + needle.limit() <= hay.limit() && hay.slice(begin, needle.limit()).equals(needle);
  }
}
