package dev.lockstep.simulator.host.app;

import com.microsoft.azure.functions.ExecutionContext;
import java.text.MessageFormat;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The context of one invocation; its logger writes to the host's log. */
final class InvocationContext implements ExecutionContext {
  private final String function;
  private final String invocationId;
  private final Logger logger;

  InvocationContext(String function, String invocationId, HostLog log) {
    this.function = function;
    this.invocationId = invocationId;
    this.logger = Logger.getAnonymousLogger();
    logger.setUseParentHandlers(false);
    logger.setLevel(Level.INFO);
    logger.addHandler(new ToHostLog(log));
  }

  @Override
  public Logger getLogger() {
    return logger;
  }

  @Override
  public String getInvocationId() {
    return invocationId;
  }

  @Override
  public String getFunctionName() {
    return function;
  }

  private final class ToHostLog extends Handler {
    private final HostLog log;

    ToHostLog(HostLog log) {
      this.log = log;
    }

    @Override
    public void publish(LogRecord entry) {
      if (isLoggable(entry)) {
        String thrown =
            Optional.ofNullable(entry.getThrown()).map(t -> " " + HostLog.describe(t)).orElse("");
        log.line(level(entry.getLevel()), function, invocationId, text(entry) + thrown);
      }
    }

    private String text(LogRecord entry) {
      Object[] parameters = entry.getParameters();
      return parameters == null || parameters.length == 0
          ? String.valueOf(entry.getMessage())
          : MessageFormat.format(entry.getMessage(), parameters);
    }

    private String level(Level level) {
      if (level.intValue() >= Level.SEVERE.intValue()) {
        return "Error";
      }
      return level.intValue() >= Level.WARNING.intValue() ? "Warning" : "Information";
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
