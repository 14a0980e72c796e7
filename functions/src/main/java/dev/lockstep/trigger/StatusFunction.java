package dev.lockstep.trigger;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import dev.lockstep.app.App;
import dev.lockstep.app.SharedApp;
import java.util.Optional;
import java.util.function.Supplier;

/** What is known of each target, for people and for dashboards. */
public final class StatusFunction {
  private final Supplier<App> app;

  /** Called by the host, at every invocation. */
  public StatusFunction() {
    this(SharedApp::get);
  }

  StatusFunction(Supplier<App> app) {
    this.app = app;
  }

  /** Answers 200 with one entry per target. */
  @FunctionName("status")
  public HttpResponseMessage run(
      @HttpTrigger(
              name = "request",
              methods = {HttpMethod.GET},
              authLevel = AuthorizationLevel.FUNCTION,
              route = "status")
          HttpRequestMessage<Optional<String>> request,
      ExecutionContext context) {
    return Http.answer(
        request, context, app, (ready, call) -> ready.status(call, context.getLogger()));
  }
}
