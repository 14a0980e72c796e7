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

/** Azure Monitor's action group posts alerts here. */
public final class AlertFunction {
  private final Supplier<App> app;

  /** Called by the host, at every invocation. */
  public AlertFunction() {
    this(SharedApp::get);
  }

  AlertFunction(Supplier<App> app) {
    this.app = app;
  }

  /** Answers 202 with the signals sent, or 400 with everything that is wrong. */
  @FunctionName("alert")
  public HttpResponseMessage run(
      @HttpTrigger(
              name = "request",
              methods = {HttpMethod.POST},
              authLevel = AuthorizationLevel.FUNCTION,
              route = "alert")
          HttpRequestMessage<Optional<String>> request,
      ExecutionContext context) {
    return Http.answer(
        request, context, app, (ready, call) -> ready.alert(call, context.getLogger()));
  }
}
