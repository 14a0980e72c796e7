package dev.lockstep.simulator.host.app;

import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.HttpStatusType;
import java.util.Map;
import java.util.TreeMap;

/** The response that a function built. */
final class BoundResponse implements HttpResponseMessage {
  private final HttpStatusType status;
  private final TreeMap<String, String> headers;
  private final Object body;

  private BoundResponse(Builder builder) {
    this.status = builder.status;
    this.headers = new TreeMap<>(builder.headers);
    this.body = builder.body;
  }

  @Override
  public HttpStatusType getStatus() {
    return status;
  }

  @Override
  public String getHeader(String key) {
    return headers.get(key);
  }

  Map<String, String> headers() {
    return headers;
  }

  @Override
  public Object getBody() {
    return body;
  }

  static final class Builder implements HttpResponseMessage.Builder {
    private HttpStatusType status = HttpStatus.OK;
    private final TreeMap<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private Object body;

    @Override
    public Builder status(HttpStatusType value) {
      status = value;
      return this;
    }

    @Override
    public Builder header(String key, String value) {
      headers.put(key, value);
      return this;
    }

    @Override
    public Builder body(Object value) {
      body = value;
      return this;
    }

    @Override
    public HttpResponseMessage build() {
      return new BoundResponse(this);
    }
  }
}
