package dev.lockstep.app;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** A logger whose lines can be looked at. */
public final class RecordedLog {
  private final List<LogRecord> records = new ArrayList<>();
  private final Logger logger = Logger.getAnonymousLogger();

  public RecordedLog() {
    logger.setUseParentHandlers(false);
    logger.addHandler(
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            records.add(line);
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        });
  }

  /** The logger to hand in. */
  public Logger logger() {
    return logger;
  }

  /** Every line so far. */
  public List<String> lines() {
    return records.stream().map(LogRecord::getMessage).toList();
  }

  /** The lines that announce an error. */
  public List<String> errors() {
    return records.stream()
        .filter(line -> line.getLevel().equals(Level.SEVERE))
        .map(LogRecord::getMessage)
        .toList();
  }

  /** Whether a stack trace was handed to any line. */
  public boolean hasStackTrace() {
    return records.stream().anyMatch(line -> line.getThrown() != null);
  }
}
