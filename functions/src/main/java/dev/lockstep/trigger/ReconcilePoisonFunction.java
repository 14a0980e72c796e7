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

/** What could not be carried out in five attempts ends here, and is announced. */
public final class ReconcilePoisonFunction {
  private final Supplier<App> app;

  /** Called by the host, at every invocation. */
  public ReconcilePoisonFunction() {
    this(SharedApp::get);
  }

  ReconcilePoisonFunction(Supplier<App> app) {
    this.app = app;
  }

  /** Journals the message and logs an error with the remedy. */
  @FunctionName("reconcile-poison")
  public void run(
      @QueueTrigger(
              name = "message",
              queueName = "lockstep-signals-poison",
              connection = "AzureWebJobsStorage")
          String message,
      @BindingName("InsertionTime") String insertionTime,
      @BindingName("DequeueCount") String dequeueCount,
      ExecutionContext context) {
    Delivery delivery = Delivery.of(message, insertionTime, dequeueCount);
    Edge.work(app, ready -> ready.poison(delivery, context.getLogger()), context.getLogger());
  }
}
