package dev.lockstep.app;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers GETs from a list of documents by path; 404 for others, 403 for those without a body. */
final class FakeArmServer implements HttpClient {
  private final Map<String, String> documents;
  private final List<String> requests = new ArrayList<>();

  FakeArmServer(Map<String, String> documents) {
    this.documents = documents;
  }

  /** Method, authority and path of each request. */
  List<String> requests() {
    return requests;
  }

  @Override
  public Mono<HttpResponse> send(HttpRequest request) {
    String path = request.getUrl().getPath();
    requests.add(request.getHttpMethod() + " " + request.getUrl().getAuthority() + path);
    String body = documents.getOrDefault(path, "none");
    return Mono.just(
        body.equals("none")
            ? new Answer(request, 404, error("ResourceNotFound"))
            : body.isEmpty()
                ? new Answer(request, 403, error("AuthorizationFailed"))
                : new Answer(request, 200, body));
  }

  private static String error(String code) {
    return "{\"error\":{\"code\":\"" + code + "\",\"message\":\"no\"}}";
  }

  private static final class Answer extends HttpResponse {
    private final int status;
    private final byte[] body;

    private Answer(HttpRequest request, int status, String body) {
      super(request);
      this.status = status;
      this.body = body.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int getStatusCode() {
      return status;
    }

    @Override
    @Deprecated
    public String getHeaderValue(String name) {
      throw new UnsupportedOperationException("the client asks for all headers: " + name);
    }

    @Override
    public HttpHeaders getHeaders() {
      return new HttpHeaders().set(HttpHeaderName.CONTENT_TYPE, "application/json");
    }

    @Override
    public Flux<ByteBuffer> getBody() {
      return Flux.just(ByteBuffer.wrap(body));
    }

    @Override
    public Mono<byte[]> getBodyAsByteArray() {
      return Mono.just(body);
    }

    @Override
    public Mono<String> getBodyAsString() {
      return Mono.just(new String(body, StandardCharsets.UTF_8));
    }

    @Override
    public Mono<String> getBodyAsString(Charset charset) {
      return Mono.just(new String(body, charset));
    }
  }
}
