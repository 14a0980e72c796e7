package dev.lockstep.trigger;

import com.microsoft.azure.functions.ExecutionContext;
import dev.lockstep.app.RecordedLog;
import java.util.logging.Logger;

/** An invocation's context. */
final class FakeContext implements ExecutionContext {
  private final RecordedLog log = new RecordedLog();

  RecordedLog log() {
    return log;
  }

  @Override
  public Logger getLogger() {
    return log.logger();
  }

  @Override
  public String getInvocationId() {
    return "run-7";
  }

  @Override
  public String getFunctionName() {
    return "under-test";
  }
}
