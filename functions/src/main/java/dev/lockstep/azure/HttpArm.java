package dev.lockstep.azure;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import dev.lockstep.port.Arm;
import dev.lockstep.port.ArmAnswer;
import dev.lockstep.port.ArmAnswer.Answered;
import dev.lockstep.port.ArmAnswer.NoAnswer;
import dev.lockstep.port.ArmRequest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * ARM over azure-core's HttpClient. The pipeline holds authentication and nothing else: no retry,
 * no redirect, no logging of bodies. Tokens go to the configured authority only.
 */
public final class HttpArm implements Arm {
  private final HttpPipeline pipeline;
  private final CloudEndpoints cloud;
  private final String userAgent;

  /**
   * @param pipeline adds authentication and nothing else, see {@link ArmPipeline}
   * @param cloud the ARM endpoint
   * @param userAgent how we name ourselves, such as {@code lockstep/0.1.0}
   */
  public HttpArm(HttpPipeline pipeline, CloudEndpoints cloud, String userAgent) {
    this.pipeline = pipeline;
    this.cloud = cloud;
    this.userAgent = userAgent;
  }

  @Override
  public ArmAnswer send(ArmRequest request) {
    Optional<String> url = ArmUrl.of(cloud.arm(), request.path());
    if (url.isEmpty()) {
      return new NoAnswer(
          false,
          "not sent: '"
              + request.path()
              + "' is not at the configured ARM endpoint "
              + cloud.arm()
              + ", and tokens go nowhere else");
    }
    try {
      return exchange(http(request, url.get())).block(request.timeout());
    } catch (RuntimeException e) {
      return Unanswered.because(e, request);
    }
  }

  /** The whole exchange, body included, so that the time-out is one for all of it. */
  private Mono<ArmAnswer> exchange(HttpRequest request) {
    return pipeline
        .send(request, Context.NONE)
        .flatMap(
            response ->
                response
                    .getBodyAsByteArray()
                    .defaultIfEmpty(new byte[0])
                    .map(body -> answer(response, body)));
  }

  private HttpRequest http(ArmRequest request, String url) {
    HttpRequest http = new HttpRequest(HttpMethod.valueOf(request.method().name()), url);
    http.setHeader(HttpHeaderName.USER_AGENT, userAgent);
    http.setHeader(HttpHeaderName.ACCEPT, "application/json");
    http.setHeader(HttpHeaderName.X_MS_CLIENT_REQUEST_ID, UUID.randomUUID().toString());
    request
        .headers()
        .forEach((name, value) -> http.setHeader(HttpHeaderName.fromString(name), value));
    request
        .body()
        .ifPresent(
            body -> {
              http.setHeader(HttpHeaderName.CONTENT_TYPE, "application/json");
              http.setBody(ArmJson.write(body));
            });
    return http;
  }

  private static ArmAnswer answer(HttpResponse response, byte[] body) {
    Map<String, String> headers = new HashMap<>();
    response
        .getHeaders()
        .forEach(
            header -> headers.put(header.getName().toLowerCase(Locale.ROOT), header.getValue()));
    return new Answered(response.getStatusCode(), headers, ArmJson.parse(body));
  }
}
