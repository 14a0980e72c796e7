package dev.lockstep.trigger;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.annotation.BindingName;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import dev.lockstep.app.App;
import dev.lockstep.app.Delivery;
import dev.lockstep.app.Edge;
import dev.lockstep.app.SharedApp;
import java.util.function.Supplier;

/** The only function that writes to Azure: one message, one run, one target. */
public final class ReconcileFunction {
  private final Supplier<App> app;

  /** Called by the host, at every invocation. */
  public ReconcileFunction() {
    this(SharedApp::get);
  }

  ReconcileFunction(Supplier<App> app) {
    this.app = app;
  }

  /** Throws for defects only; the host hands the message out again. */
  @FunctionName("reconcile")
  public void run(
      @QueueTrigger(
              name = "message",
              queueName = "lockstep-signals",
              connection = "AzureWebJobsStorage")
          String message,
      @BindingName("InsertionTime") String insertionTime,
      @BindingName("DequeueCount") String dequeueCount,
      ExecutionContext context) {
    Delivery delivery = Delivery.of(message, insertionTime, dequeueCount);
    Edge.work(app, ready -> ready.reconcile(delivery, context.getLogger()), context.getLogger());
  }
}
