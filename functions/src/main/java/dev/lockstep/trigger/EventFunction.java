package dev.lockstep.trigger;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.annotation.EventGridTrigger;
import com.microsoft.azure.functions.annotation.FunctionName;
import dev.lockstep.app.App;
import dev.lockstep.app.Edge;
import dev.lockstep.app.SharedApp;
import java.util.function.Supplier;

/** Every Event Grid event comes in here. */
public final class EventFunction {
  private final Supplier<App> app;

  /** Called by the host, at every invocation. */
  public EventFunction() {
    this(SharedApp::get);
  }

  EventFunction(Supplier<App> app) {
    this.app = app;
  }

  /** Throws when a signal could not be queued, so that Event Grid delivers again. */
  @FunctionName("event")
  public void run(@EventGridTrigger(name = "event") String event, ExecutionContext context) {
    Edge.work(app, ready -> ready.event(event, context.getLogger()), context.getLogger());
  }
}
