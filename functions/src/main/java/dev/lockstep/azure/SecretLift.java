package dev.lockstep.azure;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.util.Context;
import java.util.Arrays;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Lifts the value of a secret out of the vault's answer before the SDK reads it: the SDK's parser
 * never sees the value, and who asked gets it as bytes that can be zeroed.
 */
final class SecretLift implements HttpPipelinePolicy {
  private static final String KEY = "lockstep-secret";
  private static final int OK = 200;

  /** Where the value of one call goes. */
  static final class Lifted implements AutoCloseable {
    private byte[] value = new byte[0];

    /** The context to call the SDK with. */
    Context context() {
      return new Context(KEY, this);
    }

    /** The value; zeroed when this is closed. Empty when there was none. */
    byte[] value() {
      return value;
    }

    private void take(byte[] lifted) {
      close();
      value = lifted;
    }

    @Override
    public void close() {
      Arrays.fill(value, (byte) 0);
    }
  }

  @Override
  public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
    Optional<Lifted> lifted = context.getData(KEY).map(Lifted.class::cast);
    return next.process()
        .flatMap(
            response ->
                lifted.isPresent() && response.getStatusCode() == OK
                    ? response.getBodyAsByteArray().map(body -> lift(response, body, lifted.get()))
                    : Mono.just(response));
  }

  private static HttpResponse lift(HttpResponse response, byte[] body, Lifted lifted) {
    Optional<SecretJson> parts = SecretJson.of(body);
    parts.map(SecretJson::value).ifPresent(lifted::take);
    byte[] rest = parts.map(SecretJson::rest).orElse(new byte[] {'{', '}'});
    Arrays.fill(body, (byte) 0);
    return BytesResponse.instead(response, rest);
  }
}
