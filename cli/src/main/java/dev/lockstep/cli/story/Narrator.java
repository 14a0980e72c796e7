package dev.lockstep.cli.story;

import java.io.PrintWriter;
import java.time.Duration;

/**
 * Tells the story on a terminal or into a pipe. On a terminal a waiting line is drawn over and
 * over; in a pipe everything is plain text, one line after another.
 */
public final class Narrator {
  private static final String CLEAR_LINE = "\r\033[2K";
  private final PrintWriter out;
  private final boolean terminal;
  private boolean waitingShown;

  /** A narrator; {@code terminal} turns colour and the waiting line on. */
  public Narrator(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** Whether colour is wanted. */
  public boolean isTerminal() {
    return terminal;
  }

  /** The beginning of a scene. */
  public synchronized void title(int number, String text) {
    line("");
    line(bold(number + ". " + text));
  }

  /** Something that is so. */
  public synchronized void say(String text) {
    text.lines().forEach(each -> line("   " + each));
  }

  /** Something that was checked and holds. */
  public synchronized void check(String text) {
    line("   " + (terminal ? "\033[32m✓\033[0m " : "ok: ") + text);
  }

  /** Something that does not hold. */
  public synchronized void fail(String text) {
    line("   " + (terminal ? "\033[31m✗\033[0m " : "FAILED: ") + text);
  }

  /** What is being waited for; shown on a terminal only. */
  public synchronized void waiting(String what, Duration since) {
    if (terminal) {
      out.print(CLEAR_LINE + "   … " + what + " (" + since.toSeconds() + " s)");
      out.flush();
      waitingShown = true;
    }
  }

  /** A line at the left edge. */
  public synchronized void line(String text) {
    if (waitingShown) {
      out.print(CLEAR_LINE);
      waitingShown = false;
    }
    out.println(text);
    out.flush();
  }

  private String bold(String text) {
    return terminal ? "\033[1m" + text + "\033[0m" : text;
  }
}
