package dev.lockstep.azure;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An HTTP client that answers from a function and remembers what it was asked. */
final class StubHttp implements HttpClient {
  private final List<HttpRequest> requests = new ArrayList<>();
  private final Function<HttpRequest, Mono<Answer>> server;

  private StubHttp(Function<HttpRequest, Mono<Answer>> server) {
    this.server = server;
  }

  /** Answers every request by the function. */
  static StubHttp answering(Function<HttpRequest, Answer> server) {
    return new StubHttp(request -> Mono.just(server.apply(request)));
  }

  /** Answers with what may be an error, or nothing at all. */
  static StubHttp emitting(Mono<Answer> answer) {
    return new StubHttp(request -> answer);
  }

  /** A credential with a fixed token. */
  static TokenCredential credential() {
    return context ->
        Mono.just(
            new AccessToken("token", OffsetDateTime.of(2099, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC)));
  }

  List<HttpRequest> requests() {
    return requests;
  }

  @Override
  public Mono<HttpResponse> send(HttpRequest request) {
    requests.add(request);
    return server.apply(request).map(answer -> new Response(request, answer));
  }

  /** Status, headers and body of an answer. */
  record Answer(int status, HttpHeaders headers, String body) {
    static Answer of(int status, String body) {
      int length = body.getBytes(StandardCharsets.UTF_8).length;
      return new Answer(status, new HttpHeaders(), body)
          .with("Content-Length", String.valueOf(length));
    }

    Answer with(String name, String value) {
      headers.set(HttpHeaderName.fromString(name), value);
      return this;
    }
  }

  private static final class Response extends HttpResponse {
    private final Answer answer;

    Response(HttpRequest request, Answer answer) {
      super(request);
      this.answer = answer;
    }

    @Override
    public int getStatusCode() {
      return answer.status();
    }

    @Override
    @SuppressWarnings("deprecation") // The abstract method of the base class.
    public String getHeaderValue(String name) {
      return answer.headers().getValue(name);
    }

    @Override
    public HttpHeaders getHeaders() {
      return answer.headers();
    }

    @Override
    public Flux<ByteBuffer> getBody() {
      return Flux.just(ByteBuffer.wrap(answer.body().getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public Mono<byte[]> getBodyAsByteArray() {
      return Mono.just(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Mono<String> getBodyAsString() {
      return Mono.just(answer.body());
    }

    @Override
    public Mono<String> getBodyAsString(Charset charset) {
      return Mono.just(answer.body());
    }
  }
}
