package dev.lockstep.simulator.host.app;

import static java.util.Objects.requireNonNull;

import java.io.PrintStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** The host's output: one line per record, whatever the message holds. */
public final class HostLog {
  private final PrintStream out;
  private final Clock clock;

  public HostLog(PrintStream out, Clock clock) {
    this.out = requireNonNull(out, "out is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** Something that went as it should. */
  public void info(String message) {
    line("Information", message);
  }

  /** Something that did not. */
  public void error(String message) {
    line("Error", message);
  }

  /** A record of one invocation. */
  public void line(String level, String function, String invocationId, String message) {
    line(level, function + " " + invocationId + " " + message);
  }

  private void line(String level, String message) {
    String oneLine = message.strip().replaceAll("\\s*\\R\\s*", " | ");
    out.println(clock.instant().truncatedTo(ChronoUnit.MILLIS) + " [" + level + "] " + oneLine);
  }

  /** An exception with its causes, and the place each was thrown, on one line. */
  public static String describe(Throwable thrown) {
    StringBuilder text = new StringBuilder();
    for (Throwable t = thrown; t != null && text.length() < 2000; t = t.getCause()) {
      text.append(text.isEmpty() ? "" : " <- ").append(t);
      if (t.getStackTrace().length > 0) {
        text.append(" at ").append(t.getStackTrace()[0]);
      }
    }
    return text.toString();
  }
}
