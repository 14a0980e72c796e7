package dev.lockstep.simulator.eventgrid;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Webhooks over HTTP. */
public final class HttpWebhook implements Webhook {
  /** Microsoft Learn, "Event Grid message delivery and retry". */
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);

  private final HttpClient http;
  private final Duration limit;

  public HttpWebhook(HttpClient http) {
    this(http, ANSWER_LIMIT);
  }

  HttpWebhook(HttpClient http, Duration limit) {
    this.http = requireNonNull(http, "http is null");
    this.limit = requireNonNull(limit, "limit is null");
  }

  @Override
  public WebhookAnswer send(WebhookCall call) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(call.endpoint())
            .timeout(limit)
            .method(
                call.method(),
                call.body().isEmpty()
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(call.body()));
    call.headers().forEach(request::header);
    try {
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      return WebhookAnswer.of(answer.statusCode(), headers(answer), answer.body());
    } catch (HttpTimeoutException e) {
      return WebhookAnswer.none("TimedOut");
    } catch (UnknownHostException e) {
      return WebhookAnswer.none("ResolutionError");
    } catch (IOException e) {
      return WebhookAnswer.none("SocketError");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return WebhookAnswer.none("Aborted");
    }
  }

  private static Map<String, String> headers(HttpResponse<String> answer) {
    return answer.headers().map().entrySet().stream()
        .collect(
            Collectors.toMap(
                header -> header.getKey().toLowerCase(Locale.ROOT),
                header -> String.join(",", header.getValue())));
  }
}
