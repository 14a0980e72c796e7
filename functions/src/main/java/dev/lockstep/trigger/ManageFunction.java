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

/**
 * A person takes away, hands over, adopts or replays. A function of its own, because the host
 * demands one level of key per function; not named {@code admin}, because the host keeps routes of
 * that name for itself (Microsoft Learn, functions-bindings-http-webhook-trigger).
 */
public final class ManageFunction {
  private final Supplier<App> app;

  /** Called by the host, at every invocation. */
  public ManageFunction() {
    this(SharedApp::get);
  }

  ManageFunction(Supplier<App> app) {
    this.app = app;
  }

  /** Reads {@code target} from the path: the worker cannot bind a segment that is not there. */
  @FunctionName("manage")
  public HttpResponseMessage run(
      @HttpTrigger(
              name = "request",
              methods = {HttpMethod.POST},
              authLevel = AuthorizationLevel.ADMIN,
              route = "manage/{target?}")
          HttpRequestMessage<Optional<String>> request,
      ExecutionContext context) {
    return Http.answer(
        request, context, app, (ready, call) -> ready.manage(call, context.getLogger()));
  }
}
