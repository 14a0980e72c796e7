package dev.lockstep.simulator.host.app;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.HttpStatusType;
import java.net.URI;
import java.util.Map;

/** The request as a function sees it. */
final class BoundRequest implements HttpRequestMessage<Object> {
  private final RawRequest http;
  private final Object body;

  BoundRequest(RawRequest http, Object body) {
    this.http = http;
    this.body = body;
  }

  @Override
  public URI getUri() {
    return http.uri();
  }

  @Override
  public HttpMethod getHttpMethod() {
    return HttpMethod.value(http.method());
  }

  @Override
  public Map<String, String> getHeaders() {
    return http.headers();
  }

  @Override
  public Map<String, String> getQueryParameters() {
    return http.query();
  }

  @Override
  public Object getBody() {
    return body;
  }

  @Override
  public HttpResponseMessage.Builder createResponseBuilder(HttpStatus status) {
    return new BoundResponse.Builder().status(status);
  }

  @Override
  public HttpResponseMessage.Builder createResponseBuilder(HttpStatusType status) {
    return new BoundResponse.Builder().status(status);
  }
}
