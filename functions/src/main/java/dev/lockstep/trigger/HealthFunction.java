package dev.lockstep.trigger;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import dev.lockstep.app.App;
import dev.lockstep.app.Edge;
import dev.lockstep.app.SharedApp;
import java.util.Optional;
import java.util.function.Supplier;

/** Liveness without detail: anonymous, so it must say nothing about what it watches. */
public final class HealthFunction {
  private final Supplier<App> app;

  /** Called by the host, at every invocation. */
  public HealthFunction() {
    this(SharedApp::get);
  }

  HealthFunction(Supplier<App> app) {
    this.app = app;
  }

  /** Answers 200 when the app could start, else 503. */
  @FunctionName("health")
  public HttpResponseMessage run(
      @HttpTrigger(
              name = "request",
              methods = {HttpMethod.GET},
              authLevel = AuthorizationLevel.ANONYMOUS,
              route = "health")
          HttpRequestMessage<Optional<String>> request) {
    return Http.response(request, Edge.liveness(app));
  }
}
