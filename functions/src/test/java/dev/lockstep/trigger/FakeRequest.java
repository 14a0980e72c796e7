package dev.lockstep.trigger;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.HttpStatusType;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A request as the Java worker hands it to a function, and the response it makes of it. */
final class FakeRequest implements HttpRequestMessage<Optional<String>> {
  private final HttpMethod method;
  private final URI uri;
  private final Map<String, String> headers;
  private final Optional<String> body;

  FakeRequest(HttpMethod method, String uri, Map<String, String> headers, Optional<String> body) {
    this.method = method;
    this.uri = URI.create(uri);
    this.headers = headers;
    this.body = body;
  }

  static FakeRequest get(String path) {
    return new FakeRequest(HttpMethod.GET, "https://host" + path, Map.of(), Optional.empty());
  }

  static FakeRequest post(String path, String body) {
    return new FakeRequest(
        HttpMethod.POST,
        "https://host" + path,
        Map.of("accept", "text/plain"),
        Optional.of(body).filter(text -> !text.isEmpty()));
  }

  @Override
  public URI getUri() {
    return uri;
  }

  @Override
  public HttpMethod getHttpMethod() {
    return method;
  }

  @Override
  public Map<String, String> getHeaders() {
    return headers;
  }

  @Override
  public Map<String, String> getQueryParameters() {
    return Map.of();
  }

  @Override
  public Optional<String> getBody() {
    return body;
  }

  @Override
  public HttpResponseMessage.Builder createResponseBuilder(HttpStatus status) {
    return new Response(status, new LinkedHashMap<>(), "");
  }

  @Override
  public HttpResponseMessage.Builder createResponseBuilder(HttpStatusType status) {
    return new Response(status, new LinkedHashMap<>(), "");
  }

  private record Response(HttpStatusType status, Map<String, String> headers, Object body)
      implements HttpResponseMessage, HttpResponseMessage.Builder {
    @Override
    public HttpStatusType getStatus() {
      return status;
    }

    @Override
    public String getHeader(String key) {
      return headers.get(key);
    }

    @Override
    public Object getBody() {
      return body;
    }

    @Override
    public Builder status(HttpStatusType other) {
      return new Response(other, headers, body);
    }

    @Override
    public Builder header(String key, String value) {
      headers.put(key, value);
      return this;
    }

    @Override
    public Builder body(Object other) {
      return new Response(status, headers, other);
    }

    @Override
    public HttpResponseMessage build() {
      return this;
    }
  }
}
