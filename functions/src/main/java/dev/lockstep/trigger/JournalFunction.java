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

/** What happened to a target and why, for people and for audits. */
public final class JournalFunction {
  private final Supplier<App> app;

  /** Called by the host, at every invocation. */
  public JournalFunction() {
    this(SharedApp::get);
  }

  JournalFunction(Supplier<App> app) {
    this.app = app;
  }

  /** Answers 200 with runs, newest first; {@code page} leads to the next ones. */
  @FunctionName("journal")
  public HttpResponseMessage run(
      @HttpTrigger(
              name = "request",
              methods = {HttpMethod.GET},
              authLevel = AuthorizationLevel.FUNCTION,
              route = "journal/{target?}")
          HttpRequestMessage<Optional<String>> request,
      ExecutionContext context) {
    return Http.answer(
        request, context, app, (ready, call) -> ready.journal(call, context.getLogger()));
  }
}
