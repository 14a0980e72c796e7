package dev.lockstep.trigger;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.TimerTrigger;
import dev.lockstep.app.App;
import dev.lockstep.app.Edge;
import dev.lockstep.app.SharedApp;
import java.util.function.Supplier;

/** Now and then, whatever the events said, every target is looked at. */
public final class DriftCheckFunction {
  private final Supplier<App> app;

  /** Called by the host, at every invocation. */
  public DriftCheckFunction() {
    this(SharedApp::get);
  }

  DriftCheckFunction(Supplier<App> app) {
    this.app = app;
  }

  /** Only enqueues. */
  @FunctionName("drift-check")
  public void run(
      @TimerTrigger(name = "timer", schedule = "%DRIFT_CHECK_SCHEDULE%") String timer,
      ExecutionContext context) {
    Edge.work(app, ready -> ready.driftCheck(context.getLogger()), context.getLogger());
  }
}
