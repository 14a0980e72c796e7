package dev.lockstep.trigger;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatusType;
import dev.lockstep.app.App;
import dev.lockstep.app.Edge;
import dev.lockstep.app.HttpCall;
import dev.lockstep.app.Reply;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Between the messages of the Functions host and those of the app. */
final class Http {
  private Http() {}

  /** Answers a call of which the host has checked the key. */
  static HttpResponseMessage answer(
      HttpRequestMessage<Optional<String>> request,
      ExecutionContext context,
      Supplier<App> app,
      BiFunction<App, HttpCall, Reply> work) {
    Reply reply =
        Edge.answer(
            app,
            ready -> work.apply(ready, call(request)),
            context.getInvocationId(),
            context.getLogger());
    return response(request, reply);
  }

  /** The reply as the host wants it. */
  static HttpResponseMessage response(HttpRequestMessage<?> request, Reply reply) {
    HttpResponseMessage.Builder response =
        request.createResponseBuilder(HttpStatusType.custom(reply.status())).body(reply.body());
    reply.headers().forEach(response::header);
    return response.build();
  }

  private static HttpCall call(HttpRequestMessage<Optional<String>> request) {
    return HttpCall.of(
        request.getUri(),
        request.getQueryParameters(),
        request.getHeaders(),
        request.getBody().orElse(""));
  }
}
