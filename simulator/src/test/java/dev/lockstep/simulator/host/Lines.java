package dev.lockstep.simulator.host;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Lines that a host wrote, and waiting for one. */
final class Lines implements Consumer<String> {
  private static final Duration DEADLINE = Duration.ofSeconds(90);

  private final List<String> lines = new ArrayList<>();

  @Override
  public synchronized void accept(String line) {
    lines.add(line);
    notifyAll();
  }

  synchronized List<String> all() {
    return List.copyOf(lines);
  }

  /** The first line with that text, waited for. */
  synchronized String await(String text) throws InterruptedException {
    return await(text, 1);
  }

  /** The n-th line with that text, waited for. */
  synchronized String await(String text, int occurrence) throws InterruptedException {
    long end = System.nanoTime() + DEADLINE.toNanos();
    while (true) {
      List<String> found = containing(text);
      if (found.size() >= occurrence) {
        return found.get(occurrence - 1);
      }
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new AssertionError("no line with '" + text + "' in " + lines);
      }
      wait(left);
    }
  }

  synchronized List<String> containing(String text) {
    return lines.stream().filter(line -> line.contains(text)).toList();
  }

  /** A stream whose lines come here. */
  PrintStream stream() {
    return new PrintStream(new ToLines(this), true, StandardCharsets.UTF_8);
  }

  private static final class ToLines extends OutputStream {
    private final java.io.ByteArrayOutputStream line = new java.io.ByteArrayOutputStream();
    private final Lines lines;

    ToLines(Lines lines) {
      this.lines = lines;
    }

    @Override
    public synchronized void write(int b) {
      if (b == '\n') {
        lines.accept(line.toString(StandardCharsets.UTF_8));
        line.reset();
      } else {
        line.write(b);
      }
    }
  }
}
