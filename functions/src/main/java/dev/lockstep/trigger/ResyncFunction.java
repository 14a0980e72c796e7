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

/** A person asks for a run, for a plan, or for a reviewed plan to be carried out. */
public final class ResyncFunction {
  private final Supplier<App> app;

  /** Called by the host, at every invocation. */
  public ResyncFunction() {
    this(SharedApp::get);
  }

  ResyncFunction(Supplier<App> app) {
    this.app = app;
  }

  /** Reads {@code target} from the path: the worker cannot bind a segment that is not there. */
  @FunctionName("resync")
  public HttpResponseMessage run(
      @HttpTrigger(
              name = "request",
              methods = {HttpMethod.POST},
              authLevel = AuthorizationLevel.FUNCTION,
              route = "resync/{target?}")
          HttpRequestMessage<Optional<String>> request,
      ExecutionContext context) {
    return Http.answer(
        request, context, app, (ready, call) -> ready.resync(call, context.getLogger()));
  }
}
